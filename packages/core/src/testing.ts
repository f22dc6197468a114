// replaced later
export const x: number = 1;
