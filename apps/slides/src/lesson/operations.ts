// How the engine's primitives are written inside a node.

const written: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '\\times',
  div: '\\div',
  neg: '-',
  square: '(\\;)^2',
  sqrt: '\\sqrt{\\;}',
  exp: '\\exp',
  log: '\\log',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  tanh: '\\tanh',
  sigmoid: '\\sigma',
  maximum: '\\max',
  minimum: '\\min',
};

/** The primitive in KaTeX's notation: its sign where it has one, else its name. */
export function operationTex(primitive: string): string {
  return written[primitive] ?? `\\mathrm{${primitive.replace(/[^A-Za-z0-9]/g, '')}}`;
}
