/** Words of the reader's own settings, in both languages; in a file of their own, since every page loads them. */
export const settingsStrings = {
  vi: {
    text: {
      legend: "Cỡ chữ",
      small: "Chữ nhỏ",
      normal: "Chữ vừa",
      large: "Chữ lớn",
      larger: "Chữ rất lớn",
    },
    theme: {
      legend: "Giao diện",
      device: "Theo máy",
      deviceLabel: "Giao diện theo máy",
      light: "Sáng",
      lightLabel: "Giao diện sáng",
      dark: "Tối",
      darkLabel: "Giao diện tối",
    },
  },
  en: {
    text: {
      legend: "Text size",
      small: "Small text",
      normal: "Normal text",
      large: "Large text",
      larger: "Very large text",
    },
    theme: {
      legend: "Theme",
      device: "Device",
      deviceLabel: "Theme of the device",
      light: "Light",
      lightLabel: "Light theme",
      dark: "Dark",
      darkLabel: "Dark theme",
    },
  },
  /** Plans that a filter leaves. */
  plans: (count: number) => `${count} kế hoạch`,
} as const;
