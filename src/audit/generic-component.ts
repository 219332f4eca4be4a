const GENERIC =
  /^(observation|interpretation|comment|appearance|morphology|cells|bacteria|specimen)\b|\b(observation|finding|pattern|identified|interpretation|studies|susceptibility tests|source|observed|method|comment|tested for|investigation)\b/i;

/** True for components that name no analyte (*Observation*, *Bacteria identified*): whatever a label says, they may be right. */
export function isGeneric(component: string): boolean {
  return GENERIC.test(component);
}
