/** What a chance is learned from: features of a prediction, whether it was right, and how much it counts. */
export type ChanceExample = { readonly features: Float32Array; readonly right: boolean; readonly weight: number };
