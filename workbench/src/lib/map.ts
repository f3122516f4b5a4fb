/** The map's style: Natural Earth and GeoNames from files of our own, labels drawn in the browser, nothing from elsewhere. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { colour } from "./theme.svelte";

const none = { type: "FeatureCollection" as const, features: [] };
/** The zoom from which provinces and towns are drawn; their files are asked for then. */
export const CLOSE = 3;
const FONT = ["Inter Variable"];
const kind = (name: string): ExpressionSpecification => ["==", ["get", "kind"], name];

/** `close`: with provinces and towns. */
export function style(close: boolean): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: "/map/land.json", tolerance: 0.5, attribution: "Natural Earth, GeoNames" },
      borders: { type: "geojson", data: "/map/borders.json", tolerance: 0.4 },
      labels: { type: "geojson", data: "/map/labels.json" },
      provinces: { type: "geojson", data: close ? "/map/provinces.json" : none, tolerance: 0.4 },
      towns: { type: "geojson", data: close ? "/map/towns.json" : none },
      cells: { type: "geojson", data: none },
      spot: { type: "geojson", data: none },
    },
    layers: [...ground(), ...names(), ...claims()],
  };
}

function ground(): LayerSpecification[] {
  const border = colour("border");
  const provinces = { source: "provinces", type: "line" as const, paint: { "line-color": border, "line-width": 0.6, "line-opacity": 0.55 } };
  return [
    { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-outline-color": border } },
    { ...provinces, id: "provinces", minzoom: CLOSE, filter: kind("province") },
    { ...provinces, id: "districts", minzoom: 6, filter: kind("district") },
    { id: "agreed", type: "line", source: "borders", filter: kind("agreed"), paint: { "line-color": border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.8, 6, 1.4] } },
    { id: "disputed", type: "line", source: "borders", filter: kind("disputed"), paint: { "line-color": colour("disputed"), "line-width": 1.3, "line-dasharray": [2.2, 2] } },
  ];
}

function names(): LayerSpecification[] {
  const paint = { "text-color": colour("map-ink"), "text-halo-color": colour("land"), "text-halo-width": 1.2 };
  return [
    {
      id: "towns", type: "symbol", source: "towns", minzoom: 4,
      filter: ["step", ["zoom"], ["<", ["get", "rank"], 1], 4.6, ["<", ["get", "rank"], 2], 5.4, ["<", ["get", "rank"], 3], 6.4, true],
      layout: { "text-field": ["concat", "· ", ["get", "name"]], "text-font": FONT, "text-size": 10.5, "text-anchor": "left", "symbol-sort-key": ["get", "rank"] },
      paint: { ...paint, "text-color": colour("ink-2") },
    },
    {
      id: "province-names", type: "symbol", source: "provinces", minzoom: 5.2, filter: ["all", ["has", "name"], ["<=", ["get", "zoom"], ["+", ["zoom"], 1.4]]],
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 10.5, "text-letter-spacing": 0.08, "text-max-width": 7, "symbol-sort-key": ["get", "zoom"] },
      paint,
    },
    {
      id: "labels", type: "symbol", source: "labels", maxzoom: 7,
      filter: ["step", ["zoom"], [">", ["get", "size"], 90], 2.2, [">", ["get", "size"], 25], 3, [">", ["get", "size"], 6], 4, [">", ["get", "size"], 0.6], 5, true],
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 14], "text-max-width": 7, "text-variable-anchor": ["center", "top", "bottom"], "text-radial-offset": 1.1, "symbol-sort-key": ["-", 0, ["get", "size"]] },
      paint,
    },
  ];
}

function claims(): LayerSpecification[] {
  const quads: ExpressionSpecification = ["match", ["get", "quad"], 1, colour("q1"), 2, colour("q2"), 3, colour("q3"), 4, colour("q4"), colour("ink-3")];
  return [
    {
      id: "cells", type: "circle", source: "cells", layout: { "circle-sort-key": ["-", 0, ["get", "claims"]] },
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "claims"]], 1, 4.5, 4, 10, 10, 17, 40, 27, 200, 40],
        "circle-color": quads, "circle-opacity": ["case", ["==", ["get", "vague"], 1], 0.18, 0.72], "circle-stroke-color": quads, "circle-stroke-width": 1.4,
      },
    },
    {
      id: "counts", type: "symbol", source: "cells", filter: [">=", ["get", "claims"], 5],
      layout: { "text-field": ["get", "said"], "text-font": FONT, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": colour("ink"), "text-halo-color": colour("sheet"), "text-halo-width": 1.1 },
    },
    { id: "spot", type: "circle", source: "spot", paint: { "circle-radius": 13, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour("focus"), "circle-stroke-width": 2.5 } },
  ];
}
