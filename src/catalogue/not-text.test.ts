import { describe, expect, it } from "vitest";
import { notText } from "./not-text.ts";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("files that are no CSV", () => {
  it.each([
    ["classeur Excel", "PK\x03\x04\x14\0[Content_Types].xml"],
    ["classeur LibreOffice", "PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"],
    ["archive ZIP", "PK\x03\x04\x14\0LOINC_1.csv"],
    ["ancien classeur Excel", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ["document PDF", "%PDF-1.7"],
    ["archive compressée", "\x1f\x8b\x08"],
    ["page HTML", "\r\n<HTML><body><table>"],
    ["fichier XML", '\xef\xbb\xbf<?xml version="1.0"?>'],
    ["fichier binaire", "HEMA;H\0\0\0\x01\x02matologie;et la suite sans zéros"],
  ])("says that this is a %s", (looksLike, start) => {
    const problem = notText(latin1(start), "f.csv");
    expect(problem).toMatchObject({ severity: "error", code: "not-text", file: "f.csv" });
    expect(problem?.message).toContain(looksLike);
    expect(problem?.message).toContain("exportez-le en CSV");
  });

  it.each([
    ["with its mark", Buffer.from("\ufeffHEMA;Hématologie", "utf16le")],
    ["big-endian", Buffer.from("\ufeffHEMA;Hématologie", "utf16le").swap16()],
    ["without mark", Buffer.from("HEMA;Hématologie\r\n", "utf16le")],
  ])("knows UTF-16 %s", (_, bytes) => {
    expect(notText(bytes, "f.csv")).toMatchObject({ severity: "error", code: "utf-16" });
  });

  it("lets text pass, whatever its encoding", () => {
    expect(notText(latin1("HEMA;H\xe9matologie\r\n"), "f.csv")).toBeUndefined();
    expect(notText(Buffer.from("\ufeffHEMA;<10;Hématologie"), "f.csv")).toBeUndefined();
    expect(notText(new Uint8Array(), "f.csv")).toBeUndefined();
  });
});
