/**
 * Words of the reader's own settings, in both languages: of each the name, then its choices. In a file of their own and in
 * lists, since every page loads them.
 */
export const settingsStrings = {
  vi: {
    /** From small to very large. */
    text: ["Cỡ chữ", "Chữ nhỏ", "Chữ vừa", "Chữ lớn", "Chữ rất lớn"],
    /** Of the device, light, dark. */
    theme: ["Giao diện", "Theo máy", "Sáng", "Tối"],
    /** Whether the key leads to search. */
    slash: ["Phím / để tìm", "Bật", "Tắt"],
  },
  en: {
    text: ["Text size", "Small text", "Normal text", "Large text", "Very large text"],
    theme: ["Theme", "Device", "Light", "Dark"],
    slash: ["Key / to search", "On", "Off"],
  },
  /** Plans that a filter leaves. */
  plans: (count: number) => `${count.toLocaleString("vi-VN")} kế hoạch`,
} as const;
