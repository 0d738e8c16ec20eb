// Looks whether answers wait on this device, without loading what sends them where there are none.

import { keptAnswers } from "./outbox.js";

if (keptAnswers().length) import("./kept.js");
