// Tells engines which functions of a bundle to compile as they load it. V8 compiles a function when it is first called,
// after a scan of its text that finds nothing but its end; for the few hundred that a first gradient calls that is most
// of the time it takes. A function in parentheses is taken to be called at once (https://v8.dev/blog/preparser#pife).

import MagicString from 'magic-string';
import { parseAst } from 'rolldown/parseAst';
import type { Range } from './called-first.ts';

type AnyNode = { readonly type: string; readonly start: number; readonly end: number };

/** The text of a module with the functions at `called` in parentheses; what it computes stays the same. */
export function compiledEagerly(text: string, called: readonly Range[]): string {
  const isCalled = new Set(called.map(String));
  const edited = new MagicString(text);
  const program = parseAst(text);
  const afterImports = program.body.filter((node) => node.type === 'ImportDeclaration').at(-1)?.end ?? 0;

  const visit = (node: AnyNode, parent: AnyNode): void => {
    if (isCalled.has(String([node.start, node.end]))) {
      if (isNamedAtTop(node, parent)) {
        // A declaration is there from the start, wherever it stands; so must be what takes its place.
        edited.appendRight(node.start, `\nvar ${node.id.name} = (`).appendLeft(node.end, ');');
        edited.move(node.start, node.end, afterImports);
      } else if (isExpression(node, parent)) {
        edited.appendRight(node.start, '(').appendLeft(node.end, ')');
      }
    }
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(program, program);
  return edited.toString();
}

type Declaration = AnyNode & { readonly id: { readonly name: string } };

function isNamedAtTop(node: AnyNode, parent: AnyNode): node is Declaration {
  return node.type === 'FunctionDeclaration' && parent.type === 'Program';
}

/** Methods are left out: no parentheses fit around them. */
function isExpression(node: AnyNode, parent: AnyNode): boolean {
  if (node.type === 'ArrowFunctionExpression') return true;
  return node.type === 'FunctionExpression' && parent.type !== 'MethodDefinition' && parent.type !== 'Property';
}

function childrenOf(node: AnyNode): AnyNode[] {
  const parts: readonly unknown[] = Object.values(node).flat();
  return parts.filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
