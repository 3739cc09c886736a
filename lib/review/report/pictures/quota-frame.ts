/** The width of the picture of the quota, and where its bars stand. */
export const QUOTA_FRAME = { width: 1120, margin: 24, bar: { x: 210, width: 770 } } as const;
