/** The drawn map: MapLibre, loaded when it is first needed, behind what the view asks of it. */
import type { GeoJSONSource, Map as MapLibre, MapLayerMouseEvent } from "maplibre-gl";
import { CLOSE, style } from "./map";
import type { Cell } from "./records";
import { short } from "./words";

export interface Box { west: number; south: number; east: number; north: number }
/** What is in view. `cells` is how fine they are; `box` null: the whole world. */
export interface View { center: string; cells: number; box: Box | null; byHand: boolean }
export interface Over { cell: Cell; x: number; y: number }
export interface Heard { moved: (view: View) => void; over: (what: Over | null) => void; picked: (cell: Cell) => void }

const WORLD = { center: [25, 22] as [number, number], zoom: 1.1 };
const WHOLE = 3; // below this zoom the whole world is asked for at once

const turned = (x: number): number => ((((x + 180) % 360) + 360) % 360) - 180;

/** The box as the API takes it; `more` widens it on each side by that part of its size. */
export function boxed({ west, south, east, north }: Box, more = 0): string {
  const dx = (east - west) * more, dy = (north - south) * more;
  const wide = east - west + 2 * dx >= 360;
  const edges = [wide ? -180 : turned(west - dx), Math.max(-90, south - dy), wide ? 180 : turned(east + dx), Math.min(90, north + dy)];
  return edges.map((x) => x.toFixed(2)).join(",");
}

export const within = (outer: Box, inner: Box): boolean =>
  inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south && inner.north <= outer.north;

export function points(cells: Cell[]) {
  const features = cells.map((one) => ({
    type: "Feature" as const,
    geometry: { type: "Point" as const, coordinates: [one.lon, one.lat] },
    properties: { ...one, said: short(one.claims), quad: one.quads.indexOf(Math.max(...one.quads)) + 1, vague: one.coarse * 2 > one.claims ? 1 : 0 },
  }));
  return { type: "FeatureCollection" as const, features };
}
type Points = ReturnType<typeof points>;
const spots = (places: [number, number][]) => ({
  type: "FeatureCollection" as const,
  features: places.map((coordinates) => ({ type: "Feature" as const, geometry: { type: "Point" as const, coordinates }, properties: {} })),
});

export class Chart {
  #map: MapLibre;
  #hears: Heard;
  #close = false;
  #data = { cells: points([]), spot: spots([]) };

  private constructor(map: MapLibre, hears: Heard) {
    this.#map = map;
    this.#hears = hears;
    map.touchZoomRotate.disableRotation();
    map.on("moveend", (event) => this.#moved("originalEvent" in event || "ours" in event));
    map.on("click", "cells", (event) => { const cell = found(event); if (cell) hears.picked(cell); });
    map.on("mousemove", "cells", (event) => this.#over(event));
    map.on("mouseleave", "cells", () => this.#over(null));
  }

  /** Draws into `box`; resolves once it is drawn. `at`: longitude, latitude and zoom. */
  static async in(box: HTMLElement, at: number[] | undefined, hears: Heard): Promise<Chart> {
    const [{ default: maplibre }, worker] = await Promise.all([
      import("maplibre-gl/dist/maplibre-gl-csp.js"), import("maplibre-gl/dist/maplibre-gl-csp-worker.js?url"), import("maplibre-gl/dist/maplibre-gl.css"),
    ]);
    maplibre.setWorkerUrl(worker.default);
    const start = at?.length === 3 && at.every(Number.isFinite) ? { center: [at[0], at[1]] as [number, number], zoom: at[2] } : WORLD;
    const map = new maplibre.Map({
      container: box, style: style(start.zoom >= CLOSE), ...start, attributionControl: false, minZoom: 0, maxZoom: 12, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
    });
    map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    const chart = new Chart(map, hears);
    chart.#close = start.zoom >= CLOSE;
    await map.once("load");
    chart.#moved(false);
    return chart;
  }

  get view(): Box {
    const edge = this.#map.getBounds();
    return { west: edge.getWest(), south: edge.getSouth(), east: edge.getEast(), north: edge.getNorth() };
  }

  show(cells: Points) {
    this.#data.cells = cells;
    (this.#map.getSource("cells") as GeoJSONSource | undefined)?.setData(cells);
  }

  /** Rings the place of the chosen claim. */
  ring(lon: number | null, lat: number | null) {
    this.#data.spot = spots(lon === null || lat === null ? [] : [[lon, lat]]);
    (this.#map.getSource("spot") as GeoJSONSource | undefined)?.setData(this.#data.spot);
  }

  /** Draws anew, in the colours of now. */
  restyle() {
    const [cells, spot] = [this.#data.cells, this.#data.spot];
    this.#map.setStyle(style(this.#close), {
      transformStyle: (_, next) => ({ ...next, sources: { ...next.sources, cells: { type: "geojson", data: cells }, spot: { type: "geojson", data: spot } } }),
    });
  }

  closer(cell: Cell) {
    const center: [number, number] = [cell.lon, cell.lat];
    this.#map.easeTo({ center, zoom: Math.min(12, this.#map.getZoom() + 2), duration: 250 }, { ours: true });
  }

  resize = () => this.#map.resize();
  remove = () => this.#map.remove();

  #moved(byHand: boolean) {
    const zoom = this.#map.getZoom();
    const { lng, lat } = this.#map.getCenter().wrap();
    if (zoom >= CLOSE && !this.#close) { this.#close = true; this.restyle(); }
    const center = `${lng.toFixed(2)},${lat.toFixed(2)},${zoom.toFixed(1)}`;
    this.#hears.moved({ center, cells: Math.min(18, Math.floor(zoom)), box: zoom < WHOLE ? null : this.view, byHand });
  }

  #over(event: MapLayerMouseEvent | null) {
    const cell = event && found(event);
    this.#map.getCanvas().style.cursor = cell ? "pointer" : "";
    this.#hears.over(event && cell ? { cell, x: event.point.x, y: event.point.y } : null);
  }
}

/** The cell under the pointer. MapLibre hands lists out as JSON. */
function found(event: MapLayerMouseEvent): Cell | null {
  const properties = event.features?.[0]?.properties;
  return properties ? ({ ...properties, quads: JSON.parse(String(properties.quads)) } as Cell) : null;
}
