// Writes data/borders.json and data/provinces.json from Natural Earth's provinces at 1:10m (public domain). Run by hand, seldom:
//     node scripts/borders.mjs ne_10m_admin_1_states_provinces.geojson
// Borders of countries are those of 1:50m, which the map's shapes have; each stretch of them is disputed where the nearest border at 1:10m
// is one that data/disputed.csv names by the provinces on its two sides. Where 1:50m has no border (Abkhazia), that of 1:10m is taken.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { Near } from "./near.mjs";

const TOLERANCE = 0.002; // square degrees of the least triangle that is kept
const SMALL = 8.5; // zoom from which Natural Earth shows a province; small ones would blacken Slovenia
const APART = 0.35; // degrees between a border at 1:10m and one at 1:50m that can't be the same
const data = join(dirname(fileURLToPath(import.meta.url)), "../data");
const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"));

const given = JSON.parse(readFileSync(process.argv[2], "utf8")).features.filter((one) => one.geometry && one.properties.name);
const shapes = given.map(({ geometry, properties: p }) => ({ type: "Feature", geometry, properties: { code: p.iso_3166_2, country: p.adm0_a3, zoom: p.min_zoom } }));
const whole = topology({ provinces: { type: "FeatureCollection", features: shapes } }, 1e5);
const fine = simplify(presimplify(whole), TOLERANCE);

const [, ...rows] = readFileSync(join(data, "disputed.csv"), "utf8").trim().split("\n");
const disputes = rows.map((row) => row.split(",").slice(1).map((side) => side.split(" ")));
const on = (side, code) => side.some((start) => code.startsWith(start));
const disputed = ({ properties: { code: a } }, { properties: { code: b } }) =>
  disputes.some(([one, other]) => (on(one, a) && on(other, b)) || (on(one, b) && on(other, a)));
const parts = (keep) => mesh(fine, fine.objects.provinces, (a, b) => a !== b && keep(a, b)).coordinates;
const between = (a, b) => a.properties.country !== b.properties.country;

const open = parts((a, b) => disputed(a, b));
const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates;
const nearest = new Near([[open, true], [parts((a, b) => between(a, b) && !disputed(a, b)), false]]);
const atCountries = new Near([[borders, true]]);

/** Stretches of lines of which each piece has the same answer. */
function split(lines, ask) {
  const found = new Map([[true, []], [false, []]]);
  for (const line of lines)
    line.slice(1).forEach((to, at) => {
      const from = line[at], said = ask([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
      const last = found.get(said).at(-1);
      if (last?.at(-1) === from) last.push(to);
      else found.get(said).push([from, to]);
    });
  return found;
}
const countries = split(borders, (point) => nearest.of(point)?.is ?? false);
const alone = split(open, (point) => (atCountries.of(point)?.far ?? Infinity) > APART).get(true);
const round = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value.map(round));
const feature = (kind, coordinates) => ({ type: "Feature", properties: { kind }, geometry: { type: "MultiLineString", coordinates: round(coordinates) } });
const inside = (small) => parts((a, b) => !between(a, b) && !disputed(a, b) && Math.min(a.properties.zoom, b.properties.zoom) > SMALL === small);
const labels = given.filter((one) => one.properties.latitude).map(({ properties: p }) => ({
  type: "Feature", properties: { name: p.name, zoom: p.min_zoom }, geometry: { type: "Point", coordinates: round([p.longitude, p.latitude]) },
}));
function write(name, lines, points = []) {
  const features = [...Object.entries(lines).map(([kind, coordinates]) => feature(kind, coordinates)), ...points];
  writeFileSync(join(data, name), JSON.stringify({ type: "FeatureCollection", features }) + "\n");
  for (const [kind, coordinates] of Object.entries(lines)) console.log(kind, coordinates.length, "lines", coordinates.flat().length, "points");
}
write("borders.json", { agreed: countries.get(false), disputed: [...countries.get(true), ...alone] });
write("provinces.json", { province: inside(false), district: inside(true) }, labels);
