import { expect, test } from "vitest";
import { fromLegacy, isTypedFor, legacyFont } from "../scripts/import/legacy-fonts.ts";

const SMALL = "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâêôơưđ";
const TCVN3 = "µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ ¨©ª«¬\u00AD®";
const VNI =
  "aøaûaõaùaï aèaúaüaéaë aàaåaãaáaä eøeûeõeùeï eàeåeãeáeä ìæóíò oøoûoõoùoï oàoåoãoáoä ôøôûôõôùôï uøuûuõuùuï öøöûöõöùöï yøyûyõyùî aêaâeâoâôöñ";

test.each([
  [".VnTime", TCVN3, SMALL],
  [".VnTime", "¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ"],
  [".VnArialH", TCVN3, SMALL.toUpperCase()],
  ["VNI-Times", VNI, SMALL],
  ["VNI-Helve", VNI.toUpperCase(), SMALL.toUpperCase()],
])("every letter of %s", (name, typed, letters) => {
  const font = legacyFont(name);
  if (!font) throw new Error(`No such font: ${name}`);
  expect(fromLegacy(typed, font)).toBe(letters);
});

test.each(["Times New Roman", "Arial", "VnExpress Sans", undefined])("%s is no such font", name =>
  expect(legacyFont(name)).toBeUndefined(),
);

test.each([
  ["C¶i c¸ch hµnh chÝnh", true],
  ["Cải cách hành chính", false],
  ["Báo cáo công tác", false],
])("%s was typed for .VnTime: %s", (text, isTyped) => {
  const font = legacyFont(".VnTime");
  expect(font && isTypedFor(text, font)).toBe(isTyped);
});
