// The errors that chainrule throws on purpose. Each message is a sentence: what was expected, what came, what to write.

/** Any error that chainrule throws on purpose. */
export class ChainruleError extends Error {
  override readonly name: string = 'ChainruleError';
}

/** Shapes that do not fit: a broadcast, an axis, data of the wrong length, ragged rows. */
export class ShapeError extends ChainruleError {
  override readonly name: string = 'ShapeError';
}

/** A dtype where another is needed, or two that do not mix. */
export class DTypeError extends ChainruleError {
  override readonly name: string = 'DTypeError';
}

/** An argument that is no operand and no tree of operands, or one that a transform cannot use. */
export class ArgumentError extends ChainruleError {
  override readonly name: string = 'ArgumentError';
}

/** A traced value used where only a known number will do, or outside the function that it belongs to. */
export class TraceError extends ChainruleError {
  override readonly name: string = 'TraceError';
}

/** A backend that cannot run here, has no memory left, or whose storage was freed before. */
export class BackendError extends ChainruleError {
  override readonly name: string = 'BackendError';
}
