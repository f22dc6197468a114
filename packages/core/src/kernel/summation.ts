// The specified order of summation. It depends only on how many numbers are summed:
// blocks of `block` numbers in order; inside a block, number i goes to lane i mod `lanes`, each lane summed in order
// from −0; lanes fold by halving (lane j + lane j + lanes/2); block sums fold by adjacent pairs, an odd last one
// passing on, until one is left. The sum of nothing is +0.

/** Lengths that the order of summation is made of, for each dtype that is summed. */
export const summation = {
  f64: { block: 512, lanes: 2 },
  f32: { block: 128, lanes: 4 },
  // Sums of whole numbers are exact modulo 2³², in whatever order.
  i32: { block: 128, lanes: 4 },
} as const;
