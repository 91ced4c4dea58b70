import { disk } from "./disk.ts";
import { processConnection } from "./processConnection.ts";
import { startServer } from "./server.ts";

startServer(processConnection(), disk);
