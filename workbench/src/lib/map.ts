/** The map's style: Natural Earth from files of our own, labels drawn in the browser, nothing from elsewhere. */
import type { StyleSpecification } from "maplibre-gl";
import { colour } from "./theme.svelte";

const none = { type: "FeatureCollection" as const, features: [] };

export function style(): StyleSpecification {
  const quads = ["match", ["get", "quad"], 1, colour("q1"), 2, colour("q2"), 3, colour("q3"), 4, colour("q4"), colour("ink-3")];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: "/map/land.json", tolerance: 0.5, attribution: "Natural Earth" },
      lines: { type: "geojson", data: "/map/lines.json", tolerance: 0.4 },
      labels: { type: "geojson", data: "/map/labels.json" },
      cells: { type: "geojson", data: none },
      spot: { type: "geojson", data: none },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-outline-color": colour("border") } },
      { id: "agreed", type: "line", source: "lines", filter: ["==", ["get", "kind"], "agreed"], paint: { "line-color": colour("border"), "line-width": 0.8 } },
      { id: "disputed", type: "line", source: "lines", filter: ["==", ["get", "kind"], "disputed"], paint: { "line-color": colour("border"), "line-width": 1.1, "line-dasharray": [2.5, 2] } },
      {
        id: "labels", type: "symbol", source: "labels", filter: ["step", ["zoom"], [">", ["get", "size"], 90], 2.2, [">", ["get", "size"], 25], 3, [">", ["get", "size"], 6], 4, [">", ["get", "size"], 0.6], 5, true],
        layout: { "text-field": ["get", "name"], "text-font": ["Inter Variable"], "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 13], "text-max-width": 7, "text-variable-anchor": ["center", "top", "bottom"], "text-radial-offset": 1.1, "symbol-sort-key": ["-", 0, ["get", "size"]] },
        paint: { "text-color": colour("map-ink"), "text-halo-color": colour("land"), "text-halo-width": 1.2 },
      },
      {
        id: "cells", type: "circle", source: "cells",
        layout: { "circle-sort-key": ["-", 0, ["get", "claims"]] },
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "claims"]], 1, 4.5, 4, 10, 10, 17, 40, 27, 200, 40],
          "circle-color": quads as never, "circle-opacity": ["case", ["==", ["get", "vague"], 1], 0.18, 0.72],
          "circle-stroke-color": quads as never, "circle-stroke-width": 1.4,
        },
      },
      {
        id: "counts", type: "symbol", source: "cells", filter: [">=", ["get", "claims"], 5],
        layout: { "text-field": ["to-string", ["get", "claims"]], "text-font": ["Inter Variable"], "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
        paint: { "text-color": colour("ink"), "text-halo-color": colour("sheet"), "text-halo-width": 1.1 },
      },
      { id: "spot", type: "circle", source: "spot", paint: { "circle-radius": 13, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour("focus"), "circle-stroke-width": 2.5 } },
    ],
  };
}
