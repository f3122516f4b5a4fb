/** Finds the line that is nearest to a point, in degrees, by a grid of the lines' points. */
export class Near {
  #cells = new Map();

  /** `kinds`: lines, and what is said of them. */
  constructor(kinds) {
    for (const [lines, is] of kinds)
      for (const line of lines)
        line.slice(1).forEach((to, at) => {
          const from = line[at], steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 0.02));
          for (let step = 0; step <= steps; step++) this.#put([from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps], is);
        });
  }

  #put(point, is) {
    const key = point.map(Math.floor).join();
    if (!this.#cells.has(key)) this.#cells.set(key, []);
    this.#cells.get(key).push({ point, is });
  }

  /** What is said of the nearest line, and how far it is; null where none is within a degree. */
  of([x, y]) {
    let best = null;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const { point, is } of this.#cells.get([Math.floor(x) + dx, Math.floor(y) + dy].join()) ?? []) {
          const far = Math.hypot(point[0] - x, point[1] - y);
          if (!best || far < best.far) best = { is, far };
        }
    return best;
  }
}
