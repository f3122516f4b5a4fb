/** A small force layout, the same for the same graph: nodes repel, edges pull, the middle holds. */
export interface Spot { x: number; y: number }

export function layout(n: number, links: { from: number; to: number }[], width: number, height: number): Spot[] {
  const turn = Math.PI * (3 - Math.sqrt(5));
  const nodes = Array.from({ length: n }, (_, at) => {
    const far = Math.sqrt((at + 0.5) / Math.max(1, n));
    return { x: width / 2 + far * Math.cos(at * turn) * width * 0.4, y: height / 2 + far * Math.sin(at * turn) * height * 0.4 };
  });
  const ideal = Math.sqrt((width * height) / Math.max(1, n)) * 0.7;
  for (let step = 0; step < 220; step++) {
    const heat = (1 - step / 220) * ideal * 0.25;
    const push = nodes.map(() => ({ x: 0, y: 0 }));
    for (let a = 0; a < n; a++)
      for (let b = a + 1; b < n; b++) {
        const dx = nodes[a].x - nodes[b].x || 0.01, dy = (nodes[a].y - nodes[b].y) * 1.3 || 0.01;
        const apart = dx * dx + dy * dy;
        const force = ((apart < 76 * 76 ? 4 : 1) * ideal * ideal) / apart; // nearer, their names would overlap
        push[a].x += dx * force; push[a].y += dy * force; push[b].x -= dx * force; push[b].y -= dy * force;
      }
    for (const { from, to } of links) {
      if (from === to) continue;
      const dx = nodes[from].x - nodes[to].x, dy = nodes[from].y - nodes[to].y;
      const force = Math.hypot(dx, dy) / ideal;
      push[from].x -= dx * force; push[from].y -= dy * force; push[to].x += dx * force; push[to].y += dy * force;
    }
    nodes.forEach((node, at) => {
      const pull = push[at];
      pull.x += (width / 2 - node.x) * 1.2 * (height / width); pull.y += (height / 2 + 8 - node.y) * 1.2 * (width / height);
      const far = Math.hypot(pull.x, pull.y) || 1;
      node.x = Math.min(width - 56, Math.max(56, node.x + (pull.x / far) * Math.min(far, heat)));
      node.y = Math.min(height - 26, Math.max(36, node.y + (pull.y / far) * Math.min(far, heat)));
    });
  }
  return nodes;
}
