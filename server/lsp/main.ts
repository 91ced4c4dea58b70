import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { disk } from "./disk.ts";
import { startServer } from "./server.ts";

startServer(createConnection(ProposedFeatures.all), disk);
