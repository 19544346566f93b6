// Everything a page needs beyond HTML. Pages work without it where they can: links are links and
// forms are forms; this file only makes them quicker and livelier.
import "./htmx";
import "htmx.org/dist/ext/hx-sse.js";
import { watchDialog } from "./dialog";
import { watchKeys } from "./keys";
import { watchLive } from "./live";
import { watchForms } from "./forms";
import { watchMatrix } from "./matrix";
import { watchNarrow } from "./narrow";
import { watchNeeds } from "./needs";
import { watchPickers } from "./picker";
import { watchPasskeys } from "./passkeys";
import { watchPicks } from "./picks";
import { watchRequests } from "./requests";
import { showTab } from "./tabs";

showTab();
watchPasskeys();
watchRequests();
watchDialog();
watchForms();
watchNeeds();
watchNarrow();
watchKeys();
watchPickers();
watchPicks();
watchMatrix();
watchLive();
