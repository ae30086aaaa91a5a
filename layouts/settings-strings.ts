/** Words of the reader's own settings, in both languages; in a file of their own and in lists, since every page loads them. */
export const settingsStrings = {
  vi: {
    legends: { text: "Cỡ chữ", theme: "Giao diện" },
    /** From small to very large. */
    text: ["Chữ nhỏ", "Chữ vừa", "Chữ lớn", "Chữ rất lớn"],
    /** Of the device, light, dark: on the button, and in full. */
    theme: [
      ["Theo máy", "Giao diện theo máy"],
      ["Sáng", "Giao diện sáng"],
      ["Tối", "Giao diện tối"],
    ],
  },
  en: {
    legends: { text: "Text size", theme: "Theme" },
    text: ["Small text", "Normal text", "Large text", "Very large text"],
    theme: [
      ["Device", "Theme of the device"],
      ["Light", "Light theme"],
      ["Dark", "Dark theme"],
    ],
  },
  /** Plans that a filter leaves. */
  plans: (count: number) => `${count} kế hoạch`,
} as const;
