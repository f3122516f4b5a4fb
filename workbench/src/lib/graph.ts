/** Who acts on whom as nodes and lines with places on the sheet. */
import { layout } from "./layout";
import type { Edge, End } from "./records";
import { asked } from "./words";

/** `size` is the radius of a node in pixels. */
export interface Node { key: string; end: End; weight: number; size: number; x: number; y: number }
/** `width` is that of the line in pixels. */
export interface Link { from: Node; to: Node; edge: Edge; width: number }

const BEND = 0.14; // how far a line bends, as a part of its length, so that there and back are two
const LARGEST = 15, WIDEST = 6; // pixels that the most claims add to a radius, and to a width

/** Pixels for a count, by its area; a few claims are drawn as few, however many others have. */
const scale = (most: number, pixels: number, each: number) => (n: number) => Math.sqrt(n) * Math.min(each, pixels / Math.sqrt(Math.max(1, most)));

export function graph(edges: Edge[], width: number, height: number): { nodes: Node[]; links: Link[] } {
  const found = new Map<string, Node>();
  for (const edge of edges)
    for (const end of [edge.actor, edge.recipient]) {
      const node = found.get(asked(end)) ?? { key: asked(end), end, weight: 0, size: 0, x: 0, y: 0 };
      node.weight += edge.claims;
      found.set(node.key, node);
    }
  const nodes = [...found.values()].sort((a, b) => b.weight - a.weight);
  const index = new Map(nodes.map((node, at) => [node.key, at]));
  const ends = edges.map((edge) => ({ from: index.get(asked(edge.actor)) ?? 0, to: index.get(asked(edge.recipient)) ?? 0 }));
  const radius = scale(nodes[0]?.weight ?? 1, LARGEST, 1.6), thick = scale(Math.max(...edges.map((edge) => edge.claims)), WIDEST, 0.7);
  layout(nodes.length, ends, width, height).forEach((spot, at) => Object.assign(nodes[at], spot, { size: 4 + radius(nodes[at].weight) }));
  return { nodes, links: edges.map((edge, at) => ({ from: nodes[ends[at].from], to: nodes[ends[at].to], edge, width: 0.8 + thick(edge.claims) })) };
}

/** The drawing of a line; one from a node to itself is a loop above it. */
export function path(a: Node, b: Node): string {
  const s = a.size, r = b.size + 5;
  if (a === b) return `M${a.x - s * 0.6} ${a.y - s * 0.7}c-18 -24 ${36 + s * 1.2} -24 ${s * 1.2 + 0.1} 0`;
  const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy) || 1;
  return `M${a.x + (dx / far) * s} ${a.y + (dy / far) * s}Q${a.x + dx / 2 - dy * BEND} ${a.y + dy / 2 + dx * BEND} ${b.x - (dx / far) * r} ${b.y - (dy / far) * r}`;
}
