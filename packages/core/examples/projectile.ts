// With which velocity must a ball be thrown to be at the target after two seconds, against the drag of the air?
// Shows: a simulation as a `scan`, and a gradient through all of its two hundred steps.

import { add, compile, grad, mul, norm, scan, square, sub, sum, type Tensor, tensor } from '@chainrule/core';

const steps = 200;
const dt = 2 / steps;
const gravity = [0, -9.81];
const drag = 0.01;
const target = [25, 5];

type Ball = { position: Tensor; velocity: Tensor };

/** The ball a moment later. Drag is against the velocity, and grows with the square of the speed. */
const move = ({ position, velocity }: Ball): Ball => {
  const acceleration = sub(gravity, mul(mul(drag, norm(velocity)), velocity));
  const next = add(velocity, mul(dt, acceleration));
  return { position: add(position, mul(dt, next)), velocity: next };
};

/** The ball after two seconds. */
const fly = (velocity: Tensor) => {
  const [ball] = scan((ball: Ball) => [move(ball), {}], { position: [0, 0], velocity }, null, { length: steps });
  return ball;
};

const miss = (velocity: Tensor) => sum(square(sub(fly(velocity).position, target)));

const aim = compile((velocity: Tensor) => sub(velocity, mul(0.1, grad(miss)(velocity))));

export let velocity: Tensor = tensor([10, 10]);
for (let i = 0; i < 50; i++) velocity = aim(velocity);

console.log(`throw it with ${velocity}`); // throw it with Tensor f64[2] [14.498553149801515, 13.382322225990794]
