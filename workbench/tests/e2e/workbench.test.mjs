// All tests of the workbench, in one process: they share servers and a browser.
import "./overview.mjs";
import "./article.mjs";
import "./paste.mjs";
import "./access.mjs";
import "./keyboard.mjs";
import "./looks.mjs";
