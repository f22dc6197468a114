// All modules that GradBench may ask for. saddle and particle are not among them: they differentiate through loops that
// end when the numbers say so, and the engine has no such loop.

import type { Module } from '../module.ts';
import { det, llsq, lse } from './arrays.ts';
import { ba } from './ba.ts';
import { gmm } from './gmm.ts';
import { hello } from './hello.ts';
import { ht } from './ht.ts';
import { kmeans } from './kmeans.ts';
import { lstm } from './lstm.ts';
import { ode } from './ode.ts';

export const modules: Readonly<Record<string, Module>> = { ba, det, gmm, hello, ht, kmeans, llsq, lse, lstm, ode };
