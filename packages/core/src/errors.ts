// The errors that chainrule throws on purpose. Each message is a sentence: what was expected, what came, what to write.

import { callSite, trimStack } from './call-site.ts';

/** Any error that chainrule throws on purpose. */
export class ChainruleError extends Error {
  override get name(): string {
    return 'ChainruleError';
  }

  /** The line outside of the library that the mistake is on, as the platform writes it: `loss (model.ts:12:20)`; undefined if it cannot be told. */
  readonly calledFrom: string | undefined;

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    trimStack(this);
    this.calledFrom = callSite(this);
  }
}

/** Shapes that do not fit: a broadcast, an axis, data of the wrong length, ragged rows. */
export class ShapeError extends ChainruleError {
  override get name(): string {
    return 'ShapeError';
  }
}

/** A dtype where another is needed, or two that do not mix. */
export class DTypeError extends ChainruleError {
  override get name(): string {
    return 'DTypeError';
  }
}

/** An argument that is no operand and no tree of operands, or one that a transform cannot use. */
export class ArgumentError extends ChainruleError {
  override get name(): string {
    return 'ArgumentError';
  }
}

/** A traced value used where only a known number will do, or outside the function that it belongs to. */
export class TraceError extends ChainruleError {
  override get name(): string {
    return 'TraceError';
  }
}

/** A backend that cannot run here, has no memory left, or whose storage was freed before. */
export class BackendError extends ChainruleError {
  override get name(): string {
    return 'BackendError';
  }
}
