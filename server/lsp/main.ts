import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { fileHost } from "./fileHost.ts";
import { startServer } from "./server.ts";

startServer(createConnection(ProposedFeatures.all), { hostOf: fileHost });
