// lsq and rosenbrock by hand, as fast as 128-bit SIMD goes: one pass, eight numbers (f64) or sixteen (f32) a turn, so that
// sums do not wait for each other. Counts that are not multiples of a turn end with one lane at a time.

// Value and derivatives to `out`: f64 each. `x` and `y` are aligned to 16 bytes.
export function lsq64(x: usize, y: usize, count: i32, a: f64, b: f64, out: usize): void {
  const slope = f64x2.splat(a);
  const height = f64x2.splat(b);
  let loss0 = f64x2.splat(0);
  let loss1 = f64x2.splat(0);
  let loss2 = f64x2.splat(0);
  let loss3 = f64x2.splat(0);
  let byA0 = f64x2.splat(0);
  let byA1 = f64x2.splat(0);
  let byA2 = f64x2.splat(0);
  let byA3 = f64x2.splat(0);
  let byB0 = f64x2.splat(0);
  let byB1 = f64x2.splat(0);
  let byB2 = f64x2.splat(0);
  let byB3 = f64x2.splat(0);
  const turns = count & ~7;
  for (let i = 0; i < turns; i += 8) {
    const at = (<usize>i) << 3;
    const x0 = v128.load(x + at);
    const x1 = v128.load(x + at, 16);
    const x2 = v128.load(x + at, 32);
    const x3 = v128.load(x + at, 48);
    const r0 = f64x2.sub(v128.load(y + at), f64x2.add(f64x2.mul(slope, x0), height));
    const r1 = f64x2.sub(v128.load(y + at, 16), f64x2.add(f64x2.mul(slope, x1), height));
    const r2 = f64x2.sub(v128.load(y + at, 32), f64x2.add(f64x2.mul(slope, x2), height));
    const r3 = f64x2.sub(v128.load(y + at, 48), f64x2.add(f64x2.mul(slope, x3), height));
    loss0 = f64x2.add(loss0, f64x2.mul(r0, r0));
    loss1 = f64x2.add(loss1, f64x2.mul(r1, r1));
    loss2 = f64x2.add(loss2, f64x2.mul(r2, r2));
    loss3 = f64x2.add(loss3, f64x2.mul(r3, r3));
    byA0 = f64x2.add(byA0, f64x2.mul(x0, r0));
    byA1 = f64x2.add(byA1, f64x2.mul(x1, r1));
    byA2 = f64x2.add(byA2, f64x2.mul(x2, r2));
    byA3 = f64x2.add(byA3, f64x2.mul(x3, r3));
    byB0 = f64x2.add(byB0, r0);
    byB1 = f64x2.add(byB1, r1);
    byB2 = f64x2.add(byB2, r2);
    byB3 = f64x2.add(byB3, r3);
  }
  let loss = sum64(f64x2.add(f64x2.add(loss0, loss1), f64x2.add(loss2, loss3)));
  let byA = sum64(f64x2.add(f64x2.add(byA0, byA1), f64x2.add(byA2, byA3)));
  let byB = sum64(f64x2.add(f64x2.add(byB0, byB1), f64x2.add(byB2, byB3)));
  for (let i = turns; i < count; i++) {
    const at = (<usize>i) << 3;
    const own = load<f64>(x + at);
    const residual = load<f64>(y + at) - (a * own + b);
    loss += residual * residual;
    byA += own * residual;
    byB += residual;
  }
  store<f64>(out, loss);
  store<f64>(out, -2 * byA, 8);
  store<f64>(out, -2 * byB, 16);
}

// The same in f32. Each 2¹⁴ numbers are summed in f32, and these sums in f64.
export function lsq32(x: usize, y: usize, count: i32, a: f32, b: f32, out: usize): void {
  const slope = f32x4.splat(a);
  const height = f32x4.splat(b);
  let loss: f64 = 0;
  let byA: f64 = 0;
  let byB: f64 = 0;
  const turns = count & ~15;
  let i = 0;
  while (i < turns) {
    const end = min(turns, i + 16384);
    let loss0 = f32x4.splat(0);
    let loss1 = f32x4.splat(0);
    let loss2 = f32x4.splat(0);
    let loss3 = f32x4.splat(0);
    let byA0 = f32x4.splat(0);
    let byA1 = f32x4.splat(0);
    let byA2 = f32x4.splat(0);
    let byA3 = f32x4.splat(0);
    let byB0 = f32x4.splat(0);
    let byB1 = f32x4.splat(0);
    let byB2 = f32x4.splat(0);
    let byB3 = f32x4.splat(0);
    for (; i < end; i += 16) {
      const at = (<usize>i) << 2;
      const x0 = v128.load(x + at);
      const x1 = v128.load(x + at, 16);
      const x2 = v128.load(x + at, 32);
      const x3 = v128.load(x + at, 48);
      const r0 = f32x4.sub(v128.load(y + at), f32x4.add(f32x4.mul(slope, x0), height));
      const r1 = f32x4.sub(v128.load(y + at, 16), f32x4.add(f32x4.mul(slope, x1), height));
      const r2 = f32x4.sub(v128.load(y + at, 32), f32x4.add(f32x4.mul(slope, x2), height));
      const r3 = f32x4.sub(v128.load(y + at, 48), f32x4.add(f32x4.mul(slope, x3), height));
      loss0 = f32x4.add(loss0, f32x4.mul(r0, r0));
      loss1 = f32x4.add(loss1, f32x4.mul(r1, r1));
      loss2 = f32x4.add(loss2, f32x4.mul(r2, r2));
      loss3 = f32x4.add(loss3, f32x4.mul(r3, r3));
      byA0 = f32x4.add(byA0, f32x4.mul(x0, r0));
      byA1 = f32x4.add(byA1, f32x4.mul(x1, r1));
      byA2 = f32x4.add(byA2, f32x4.mul(x2, r2));
      byA3 = f32x4.add(byA3, f32x4.mul(x3, r3));
      byB0 = f32x4.add(byB0, r0);
      byB1 = f32x4.add(byB1, r1);
      byB2 = f32x4.add(byB2, r2);
      byB3 = f32x4.add(byB3, r3);
    }
    loss += sum32(f32x4.add(f32x4.add(loss0, loss1), f32x4.add(loss2, loss3)));
    byA += sum32(f32x4.add(f32x4.add(byA0, byA1), f32x4.add(byA2, byA3)));
    byB += sum32(f32x4.add(f32x4.add(byB0, byB1), f32x4.add(byB2, byB3)));
  }
  for (; i < count; i++) {
    const at = (<usize>i) << 2;
    const own = load<f32>(x + at);
    const residual = load<f32>(y + at) - (a * own + b);
    loss += residual * residual;
    byA += own * residual;
    byB += residual;
  }
  store<f64>(out, loss);
  store<f64>(out, -2 * byA, 8);
  store<f64>(out, -2 * byB, 16);
}

/** The gradient of Rosenbrock's function at each point; `count` is even. */
export function rosenbrock64(x: usize, y: usize, count: i32, byX: usize, byY: usize): void {
  const two = f64x2.splat(2);
  const twoHundred = f64x2.splat(200);
  const minusTwo = f64x2.splat(-2);
  for (let i = 0; i < count; i += 2) {
    const at = (<usize>i) << 3;
    const own = v128.load(x + at);
    const rise = f64x2.mul(twoHundred, f64x2.sub(v128.load(y + at), f64x2.mul(own, own)));
    v128.store(byX + at, f64x2.add(f64x2.mul(minusTwo, f64x2.mul(own, rise)), f64x2.sub(f64x2.mul(two, own), two)));
    v128.store(byY + at, rise);
  }
}

/** The same in f32; `count` is a multiple of four. */
export function rosenbrock32(x: usize, y: usize, count: i32, byX: usize, byY: usize): void {
  const two = f32x4.splat(2);
  const twoHundred = f32x4.splat(200);
  const minusTwo = f32x4.splat(-2);
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    const own = v128.load(x + at);
    const rise = f32x4.mul(twoHundred, f32x4.sub(v128.load(y + at), f32x4.mul(own, own)));
    v128.store(byX + at, f32x4.add(f32x4.mul(minusTwo, f32x4.mul(own, rise)), f32x4.sub(f32x4.mul(two, own), two)));
    v128.store(byY + at, rise);
  }
}

function sum64(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

function sum32(lanes: v128): f64 {
  return (
    <f64>(f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1)) +
    <f64>(f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
  );
}
