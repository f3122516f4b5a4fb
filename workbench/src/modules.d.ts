declare module "maplibre-gl/dist/maplibre-gl-csp.js" {
  const maplibre: typeof import("maplibre-gl");
  export default maplibre;
}
declare module "@fontsource-variable/inter/wght.css";
declare module "maplibre-gl/dist/maplibre-gl.css";
