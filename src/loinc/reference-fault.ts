/** Thrown when a file is not the reference that it should be: its readers say in French what is wrong, whoever opens it says which file. */
export class ReferenceFault extends Error {}
