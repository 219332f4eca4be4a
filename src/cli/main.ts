#!/usr/bin/env node
import { buildProgram } from "./program.ts";

process.exitCode = await buildProgram().run(process.argv.slice(2));
