import { describe, expect, test } from "vitest";
import { AGENCIES, siteOf } from "./support/sources.ts";

describe("data/sites.csv", () => {
  const problems = (rows: string) =>
    siteOf({ "agencies.csv": AGENCIES, "sites.csv": `id,name,address\n${rows}` }).problems;

  test("names sites by web address or folder", () => {
    const { site } = siteOf({
      "sites.csv": "id,name,address\na,Trang A,https://a.example\nb,Trang B,../trang-b\n",
    });
    expect(site.peers.map(({ address }) => address)).toEqual(["https://a.example/", "../trang-b"]);
  });
  test.each([
    [
      "a,A,ftp://a.example/",
      /^sites\.csv:2:5: address: “ftp:\/\/a\.example\/” không phải địa chỉ của trang; /,
    ],
    ["a,A,javascript:alert(1)", /không phải địa chỉ của trang/],
    ["a,A,//a.example/", /không phải địa chỉ của trang/],
    ["a,A,x\na,B,y", /^sites\.csv:3:1: mã “a” đã có ở dòng trên; /],
    ["a,A,x\nb,B,x", /^sites\.csv:3:5: địa chỉ “x” đã có ở dòng trên; /],
  ])("refuses %j", (rows, message) => {
    expect(problems(rows)).toEqual([expect.stringMatching(message)]);
  });
});
