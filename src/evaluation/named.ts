/** `weights` under their names, three decimals: as model files hold them. */
export function named<Name extends string>(
  names: readonly Name[],
  weights: ArrayLike<number>,
): { [name in Name]: number } {
  return Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000])) as {
    [name in Name]: number;
  };
}
