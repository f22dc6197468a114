// What user code is written against: the API that both packages have, so that one text runs on either backend.

import type * as core from '@chainrule/core';

export type Api = typeof core;
export type { Operand, Tensor } from '@chainrule/core';
