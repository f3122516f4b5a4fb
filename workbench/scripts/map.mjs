// Writes the bundled map as GeoJSON, and the names of countries, before a build: shapes of Natural Earth (1:50m, public domain), towns of GeoNames.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { feature } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const tables = join(here, "../../src/dateline/knowledge/tables");
const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"));

/** The rows of a CSV table as objects. */
function rows(path) {
  const [head, ...lines] = readFileSync(path, "utf8").split(/\r?\n/).filter(Boolean).map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""])));
}

function cells(line) {
  const found = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return found.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "").replaceAll('""', '"'));
}

const round = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value.map(round));
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => { const [p, q] = ring[(at + 1) % ring.length]; return sum + x * q - p * y; }, 0)) / 2;

/** A ring that crosses the 180th meridian goes on beyond it, instead of jumping round the world; one round the pole is closed along its edge. */
function unrolled(ring) {
  let turn = 0;
  const points = ring.map(([x, y], at) => {
    if (at > 0) turn += x - ring[at - 1][0] > 180 ? -360 : x - ring[at - 1][0] < -180 ? 360 : 0;
    return [x + turn, y];
  });
  if (turn !== 0) points.push([points.at(-1)[0], -89.9], [points[0][0], -89.9], points[0]);
  return points;
}
const flat = (geometry) => ({
  ...geometry,
  coordinates: geometry.type === "Polygon" ? geometry.coordinates.map(unrolled) : geometry.coordinates.map((part) => part.map(unrolled)),
});

/** Of the largest part of a shape: the middle of its widest cut at the height of its centroid, so that a label lies inside. */
function middle(geometry) {
  const rings = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((part) => part[0]);
  const ring = rings.reduce((best, one) => (area(one) > area(best) ? one : best));
  let [y, twice] = [0, 0];
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length];
    twice += x1 * y2 - x2 * y1;
    y += (y1 + y2) * (x1 * y2 - x2 * y1);
  });
  y /= 3 * twice;
  const cuts = ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length];
    return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
  }).sort((a, b) => a - b);
  let best = [ring[0][0], ring[0][0]];
  for (let at = 0; at + 1 < cuts.length; at += 2) if (cuts[at + 1] - cuts[at] > best[1] - best[0]) best = [cuts[at], cuts[at + 1]];
  return { point: [(best[0] + best[1]) / 2, y], area: area(ring) };
}

const known = ["countries.csv", "countries_added.csv"].flatMap((name) => rows(join(tables, name)));
const byNumber = new Map(known.filter((row) => row.numeric).map((row) => [row.numeric.padStart(3, "0"), row]));
const names = Object.fromEntries(known.map((row) => [row.id, row.name]));
const countries = atlas.objects.countries;
const shapes = feature(atlas, countries).features.map((shape) => ({ ...shape, geometry: flat(shape.geometry) }));

const land = shapes.map((shape) => ({
  type: "Feature",
  properties: {},
  geometry: { ...shape.geometry, coordinates: round(shape.geometry.coordinates) },
}));
const labels = shapes.filter((shape) => shape.properties.name !== "Antarctica").map((shape) => {
  const { point, area: size } = middle(shape.geometry);
  const name = byNumber.get(shape.id)?.name ?? shape.properties.name;
  return { type: "Feature", properties: { name, size: Math.round(size * 100) / 100 }, geometry: { type: "Point", coordinates: round(point) } };
});
/** Towns with their rank: 0 capitals, then by people; those of fewer than 100,000 are left out. */
function townsOf(lines) {
  const [head, ...all] = lines.map((line) => line.split("\t"));
  const at = Object.fromEntries(head.map((column, index) => [column, index]));
  const rank = (row) => (row[at.kind] === "capital" ? 0 : row[at.kind] === "city" ? 1 + [1_000_000, 300_000, 100_000].findIndex((least) => Number(row[at.population]) >= least) : 0);
  return all.filter((row) => row[at.kind] === "capital" || rank(row) > 0).sort((a, b) => rank(a) - rank(b) || b[at.population] - a[at.population]).map((row) => ({
    type: "Feature", properties: { name: row[at.name], rank: rank(row) }, geometry: { type: "Point", coordinates: round([Number(row[at.lon]), Number(row[at.lat])]) },
  }));
}
const towns = townsOf(gunzipSync(readFileSync(join(tables, "places.tsv.gz"))).toString("utf8").split("\n"));

const write = (path, value) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, JSON.stringify(value)); };
const collection = (features) => ({ type: "FeatureCollection", features });
write(join(here, "../public/map/land.json"), collection(land));
write(join(here, "../public/map/towns.json"), collection(towns));
for (const file of ["borders.json", "provinces.json"]) copyFileSync(join(here, "../data", file), join(here, "../public/map", file));
write(join(here, "../public/map/labels.json"), collection(labels));
write(join(here, "../src/generated/countries.json"), names);

// The licences of what is bundled go with it.
const licences = join(here, "../public/licences");
mkdirSync(licences, { recursive: true });
for (const name of ["maplibre-gl", "svelte", "world-atlas", "@fontsource-variable/inter"]) {
  const from = ["LICENSE", "LICENSE.txt", "LICENSE.md"].map((file) => join(here, "../node_modules", name, file)).find(existsSync);
  if (!from) throw new Error(`no licence in ${name}`);
  copyFileSync(from, join(licences, `${name.split("/").at(-1)}.txt`));
}
console.log(`map: ${shapes.length} shapes, ${towns.length} towns; ${known.length} names of countries`);
