import { describe, expect, test } from "vitest";
import { parseDeadline } from "../scripts/model/deadline.ts";

/** Printed words, the last day that keeps them, and how exact they are. The plan is of 2023. */
const DATED: readonly [printed: string, due: string, precision: string][] = [
  // What the four real plans print.
  ["Trong năm 2023", "2023-12-31", "year"],
  ["Trong năm", "2023-12-31", "year"],
  ["Quý II/2023", "2023-06-30", "quarter"],
  ["Quý II năm 2023", "2023-06-30", "quarter"],
  ["trước ngày 15 tháng 12 năm 2023", "2023-12-15", "day"],
  ["Trước ngày 15 tháng 12 năm 2023.", "2023-12-15", "day"],
  ["Trước 15/12/2023", "2023-12-15", "day"],
  ["Trước ngày 15/12/2023", "2023-12-15", "day"],
  // Days.
  ["15/12/2023", "2023-12-15", "day"],
  ["2023-12-15", "2023-12-15", "day"],
  ["15-12-2023", "2023-12-15", "day"],
  ["15.12.2023", "2023-12-15", "day"],
  ["Chậm nhất ngày 30/6/2023", "2023-06-30", "day"],
  ["Hoàn thành trước ngày 05/3/2023", "2023-03-05", "day"],
  ["Đến hết ngày 31/12/2023", "2023-12-31", "day"],
  ["29/02/2024", "2024-02-29", "day"],
  ["Ngày 20 tháng 11 năm 2023", "2023-11-20", "day"],
  ["Trước 15/12", "2023-12-15", "day"],
  ["Trước 17h00 ngày 25/12/2023", "2023-12-25", "day"],
  ["Trước thứ Sáu, ngày 16/6/2023", "2023-06-16", "day"],
  ["Trước 17h00 thứ Năm ngày 15/6/2023", "2023-06-15", "day"],
  ["Chậm nhất ngày 18/6/2023 (Chủ nhật)", "2023-06-18", "day"],
  ["Thứ 6, ngày 16/6/2023", "2023-06-16", "day"],
  ["Trước 16 giờ 30 phút, ngày 25/12/2023", "2023-12-25", "day"],
  ["Trước 17h30' ngày 25/12/2023", "2023-12-25", "day"],
  ["Trước 17h30’ ngày 25/12/2023", "2023-12-25", "day"],
  ["17h ngày 25/12/2023", "2023-12-25", "day"],
  ["trước ngày 15 tháng 12", "2023-12-15", "day"],
  // Months.
  ["Tháng 6/2023", "2023-06-30", "month"],
  ["Tháng 06 năm 2023", "2023-06-30", "month"],
  ["Trong tháng 2/2024", "2024-02-29", "month"],
  ["Tháng 2 năm 2023", "2023-02-28", "month"],
  ["12/2023", "2023-12-31", "month"],
  ["6-2023", "2023-06-30", "month"],
  ["Từ tháng 3 đến tháng 9/2023", "2023-09-30", "month"],
  ["Tháng 5", "2023-05-31", "month"],
  ["Trước tháng 6/2023", "2023-05-31", "month"],
  ["Trước tháng 1/2024", "2023-12-31", "month"],
  ["Trước cuối tháng 6/2023", "2023-06-30", "month"],
  ["Trước hết quý II/2023", "2023-06-30", "quarter"],
  ["Trước ngày cuối tháng 6/2023", "2023-06-30", "month"],
  ["Trước giữa tháng 6/2023", "2023-06-30", "month"],
  ["Hoàn thành trước cuối năm 2023", "2023-12-31", "year"],
  // Quarters, half years.
  ["Quý I/2023", "2023-03-31", "quarter"],
  ["Quý 3/2023", "2023-09-30", "quarter"],
  ["Trong quý IV năm 2023", "2023-12-31", "quarter"],
  ["Quý II, III/2023", "2023-09-30", "quarter"],
  ["Quý I - Quý III/2023", "2023-09-30", "quarter"],
  ["Quý III", "2023-09-30", "quarter"],
  ["Trước quý III/2023", "2023-06-30", "quarter"],
  ["Quý 02/2023", "2023-06-30", "quarter"],
  ["Trong Quý 03 năm 2023", "2023-09-30", "quarter"],
  ["Quý 01, 02/2023", "2023-06-30", "quarter"],
  ["6 tháng đầu năm 2023", "2023-06-30", "half"],
  ["06 tháng cuối năm 2023", "2023-12-31", "half"],
  ["Sáu tháng đầu năm", "2023-06-30", "half"],
  ["Trước 6 tháng cuối năm 2023", "2023-06-30", "half"],
  ["9 tháng đầu năm 2023", "2023-09-30", "month"],
  ["3 tháng cuối năm", "2023-12-31", "quarter"],
  ["Trước 3 tháng cuối năm 2023", "2023-09-30", "quarter"],
  // Nobody has to be done before a year begins: these are within the time.
  ["Trước 6 tháng đầu năm 2023", "2023-06-30", "half"],
  ["Trước sáu tháng đầu năm", "2023-06-30", "half"],
  ["Trước nửa đầu năm 2023", "2023-06-30", "half"],
  ["Trước 9 tháng đầu năm 2023", "2023-09-30", "month"],
  ["Nửa đầu năm 2023", "2023-06-30", "half"],
  // Years and periods.
  ["Năm 2023", "2023-12-31", "year"],
  ["2024", "2024-12-31", "year"],
  ["Cuối năm 2023", "2023-12-31", "year"],
  ["Trước năm 2024", "2023-12-31", "year"],
  ["Giai đoạn 2021-2025", "2025-12-31", "year"],
  ["Giai đoạn 2021 – 2025", "2025-12-31", "year"],
  ["2021-2025", "2025-12-31", "year"],
  // Several times: the last one.
  ["Quý II, III, IV năm 2023", "2023-12-31", "quarter"],
  ["Từ quý I đến quý III/2023", "2023-09-30", "quarter"],
  ["Tháng 5-6/2023", "2023-06-30", "month"],
  ["Tháng 6, tháng 12/2023", "2023-12-31", "month"],
  ["Từ 15/6 đến 30/6/2023", "2023-06-30", "day"],
  ["30/6; 30/9; 31/12/2023", "2023-12-31", "day"],
  ["Từ ngày 01/7/2023 đến hết ngày 31/12/2023", "2023-12-31", "day"],
  ["Từ ngày 15 đến 20 tháng 6 năm 2023", "2023-06-20", "day"],
  ["Ngày 15, 16/6/2023", "2023-06-16", "day"],
  ["Trước ngày 30/6/2023; trước ngày 31/12/2023", "2023-12-31", "day"],
  ["Trước 15/6 và chậm nhất 15/12/2023", "2023-12-15", "day"],
  ["Tháng 6, 7 và 8 năm 2023", "2023-08-31", "month"],
  ["Tháng 10, 11", "2023-11-30", "month"],
  ["tháng 6/2023 - 9/2023", "2023-09-30", "month"],
  ["Từ tháng 11 đến tháng 2/2024", "2024-02-29", "month"],
  ["T6-T9/2023", "2023-09-30", "month"],
  ["T6/2023 - T9/2023", "2023-09-30", "month"],
  ["Quý I+II/2023", "2023-06-30", "quarter"],
  ["Từ Quý II - IV/2023", "2023-12-31", "quarter"],
  ["Q1/2023-Q3/2023", "2023-09-30", "quarter"],
  ["Quý IV/2023 - Quý I/2024", "2024-03-31", "quarter"],
  ["Quý IV/2023 và năm 2024", "2024-12-31", "year"],
  ["Quý IV/2023; năm 2024", "2024-12-31", "year"],
  ["Quý IV/2023 – năm 2024", "2024-12-31", "year"],
  ["Năm 2023 & 2024", "2024-12-31", "year"],
  ["Năm 2023 + 2024", "2024-12-31", "year"],
  ["Quý II/2023 và tháng 6/2023", "2023-06-30", "month"],
  ["Từ tháng 6 đến hết năm 2023", "2023-12-31", "year"],
  ["Từ năm 2021 đến năm 2025", "2025-12-31", "year"],
  ["Giai đoạn từ năm 2021 đến năm 2025", "2025-12-31", "year"],
  ["Năm 2023 và năm 2024", "2024-12-31", "year"],
  ["Các năm 2023, 2024, 2025", "2025-12-31", "year"],
  ["Từ quý II sang quý IV/2023", "2023-12-31", "quarter"],
  ["Tháng 5–6/2023", "2023-06-30", "month"],
  ["Quý I & II/2023", "2023-06-30", "quarter"],
  ["Quý I/2023 & tháng 6/2023", "2023-06-30", "month"],
  ["Quý I/2023 + tháng 6/2023", "2023-06-30", "month"],
  ["30/6/2023 – 31/12/2023", "2023-12-31", "day"],
  ["30/6/2023; 31/12/2023", "2023-12-31", "day"],
  // A day within the time of the work, which it has to be done by.
  ["Trong năm 2023, hoàn thành trước 30/11/2023", "2023-11-30", "day"],
  ["Năm 2023, chậm nhất ngày 30/11", "2023-11-30", "day"],
  ["Trong quý III, chậm nhất 15/9/2023", "2023-09-15", "day"],
  ["Trong quý III/2023, xong trước 15/9/2023", "2023-09-15", "day"],
  ["Năm 2023, kết thúc trước 30/11", "2023-11-30", "day"],
  ["Năm 2023, muộn nhất 30/11", "2023-11-30", "day"],
  ["Năm 2023, trễ nhất 30/11", "2023-11-30", "day"],
  ["Năm 2023, phải hoàn thành trước 30/11", "2023-11-30", "day"],
  ["Quý II/2023, trước ngày 15/6/2023", "2023-06-15", "day"],
  ["Trong năm 2023 - trước 15/12", "2023-12-15", "day"],
  ["Quý IV/2023 (trước 15/12)", "2023-12-15", "day"],
  ["Quý II (chậm nhất ngày 15/6/2023)", "2023-06-15", "day"],
  ["Trong năm 2023 (hoàn thành trước 30/11)", "2023-11-30", "day"],
  ["Trong năm 2023 (xong trong Quý III)", "2023-09-30", "quarter"],
  // A sentence that says at its end by when.
  ["Theo Kế hoạch, hoàn thành trong Quý III/2023", "2023-09-30", "quarter"],
  ["Theo kế hoạch, xong trước 30/6/2023", "2023-06-30", "day"],
  ["Theo tiến độ và hoàn thành trước ngày 30/11/2023", "2023-11-30", "day"],
  ["Rà soát văn bản; phải xong trong tháng 6", "2023-06-30", "month"],
  ["Theo lộ trình, chậm nhất ngày 15/12", "2023-12-15", "day"],
  // What is done by then, before the time and behind it.
  ["Trình UBND tỉnh trước ngày 30/6/2023", "2023-06-30", "day"],
  ["Hoàn thành việc này trước 30/6", "2023-06-30", "day"],
  ["Trình Kế hoạch chậm nhất trong Quý II/2023", "2023-06-30", "quarter"],
  ["Gửi Sở Nội vụ trước ngày 15 tháng 12 năm 2023", "2023-12-15", "day"],
  ["Trước 30/6/2023, báo cáo UBND tỉnh", "2023-06-30", "day"],
  ["Trước ngày 05/12/2023 (báo cáo năm)", "2023-12-05", "day"],
  ["Quý II/2023 (hoàn thành)", "2023-06-30", "quarter"],
  ["Tháng 6/2023 hoàn thành", "2023-06-30", "month"],
  ["Trước ngày 15/12/2023 để tổng hợp, báo cáo Bộ Nội vụ", "2023-12-15", "day"],
  // A month as a word, which official letters spell with a capital.
  ["Tháng Sáu/2025", "2025-06-30", "month"],
  ["tháng Mười hai năm 2025", "2025-12-31", "month"],
  ["Tháng mười một", "2023-11-30", "month"],
  ["Tháng  mười\u00a0hai", "2023-12-31", "month"],
  ["Trước ngày 15 tháng Tám năm 2023", "2023-08-15", "day"],
  ["Từ tháng Ba đến tháng Chín/2023", "2023-09-30", "month"],
  ["Tháng Tư".normalize("NFD"), "2023-04-30", "month"],
  ["Tháng Năm/2023", "2023-05-31", "month"],
  ["tháng năm năm 2023", "2023-05-31", "month"],
  ["Trong tháng năm", "2023-05-31", "month"],
  ["Sáu tháng cuối năm", "2023-12-31", "half"],
  // As people shorten and misspell it.
  ["Q2/2023", "2023-06-30", "quarter"],
  // A year behind a comma or a dash belongs to the time before it.
  ["30 tháng 06, 2023", "2023-06-30", "day"],
  ["Quý 2 – 2023", "2023-06-30", "quarter"],
  ["Tháng 6, 2023", "2023-06-30", "month"],
  ["Năm 2022, 2023", "2023-12-31", "year"],
  ["Ngày 30/6-2023", "2023-06-30", "day"],
  ["Ngày 30, tháng 6, năm 2023", "2023-06-30", "day"],
  ["Quý I-2023 đến Quý II-2023", "2023-06-30", "quarter"],
  // Quotation marks of Word, spaces around the strokes.
  ["“trước ngày 30 tháng 6”", "2023-06-30", "day"],
  ["'quý II/2023'", "2023-06-30", "quarter"],
  ['"quý II/2023"', "2023-06-30", "quarter"],
  ["«quý II/2023»", "2023-06-30", "quarter"],
  ["“quý II/2023.”", "2023-06-30", "quarter"],
  ["Quý II/2023;", "2023-06-30", "quarter"],
  ["Quý II/2023,", "2023-06-30", "quarter"],
  ["Quý II/2023 .", "2023-06-30", "quarter"],
  ["30 / 6 / 2023", "2023-06-30", "day"],
  ["Q.II/2023", "2023-06-30", "quarter"],
  ["QuýII/2023", "2023-06-30", "quarter"],
  ["Quí II năm 2023", "2023-06-30", "quarter"],
  ["Quý II, năm 2023", "2023-06-30", "quarter"],
  ["Đầu quý III/2023", "2023-09-30", "quarter"],
  ["T6/2023", "2023-06-30", "month"],
  ["T.6/2023", "2023-06-30", "month"],
  ["Quý II.2023", "2023-06-30", "quarter"],
  ["6 tháng đầu 2023", "2023-06-30", "half"],
  ["Trước ngày 15.6", "2023-06-15", "day"],
  ["Trước15/6/2023", "2023-06-15", "day"],
  ["15 tháng 6/2023", "2023-06-15", "day"],
  ["Tháng6/2023", "2023-06-30", "month"],
  ["T 6/2023", "2023-06-30", "month"],
  ["Kết thúc trước 30/6/2023", "2023-06-30", "day"],
  ["Cho đến hết năm 2023", "2023-12-31", "year"],
  ["Tới 30/6/2023", "2023-06-30", "day"],
  ["Từ tháng 3 tới tháng 6/2023", "2023-06-30", "month"],
  ["Từ 15/6/2023 tới 30/9/2023", "2023-09-30", "day"],
  ["Kể từ 01/7/2023 đến hết 31/12/2023", "2023-12-31", "day"],
  ["Bắt đầu từ tháng 6 đến tháng 12/2023", "2023-12-31", "month"],
  ["Bắt đầu từ quý II/2023, hoàn thành trước 31/12/2023", "2023-12-31", "day"],
  ["Bắt đầu từ năm 2023, chậm nhất năm 2025", "2025-12-31", "year"],
  ["Từ ngày ký đến hết năm 2023", "2023-12-31", "year"],
  ["Kể từ ngày ban hành Kế hoạch đến ngày 31/12/2023", "2023-12-31", "day"],
  ["Trước khi kết thúc Quý II/2023", "2023-06-30", "quarter"],
  ["Các quý I, II, III năm 2023", "2023-09-30", "quarter"],
  ["Trong các tháng 6, 9, 12 năm 2023", "2023-12-31", "month"],
  ["Các ngày 15, 16/6/2023", "2023-06-16", "day"],
  ["Trước ngày 31 tháng 12 của năm 2023", "2023-12-31", "day"],
  ["Quý II của năm 2023", "2023-06-30", "quarter"],
  ["Ngày 6 tháng năm", "2023-05-06", "day"],
  ["Quý một năm 2023", "2023-03-31", "quarter"],
  ["Từ quý Hai đến quý Tư/2023", "2023-12-31", "quarter"],
  ["Quý ba", "2023-09-30", "quarter"],
  ["Trước 24/7", "2023-07-24", "day"],
  ["Hạn cuối: 30/6/2023", "2023-06-30", "day"],
  ["Hạn chót 30/6/2023", "2023-06-30", "day"],
  ["Trễ nhất ngày 30/6/2023", "2023-06-30", "day"],
  ["Không muộn hơn 30/6/2023", "2023-06-30", "day"],
  ["Không trễ hơn 30/6/2023", "2023-06-30", "day"],
  ["Cả năm 2023", "2023-12-31", "year"],
  ["Suốt năm 2023", "2023-12-31", "year"],
  // However it is typed.
  ["TRONG NĂM 2023", "2023-12-31", "year"],
  ["trong nam 2023", "2023-12-31", "year"],
  ["  Quý  II/2023 ", "2023-06-30", "quarter"],
  ["Quý II/2023".normalize("NFD"), "2023-06-30", "quarter"],
];

/** Words that name no time. They can never be late. */
const UNDATED: readonly [printed: string, why: RegExp][] = [
  // What the four real plans print.
  ["Thường xuyên", /thường xuyên hoặc định kỳ/],
  ["Theo quy định", /dẫn tới văn bản/],
  ["Theo quy định của Bộ Nội vụ", /dẫn tới văn bản/],
  ["Theo Kế hoạch kiểm tra", /dẫn tới văn bản/],
  ["Theo kế hoạch", /dẫn tới văn bản/],
  ["Theo kế hoạch của Bộ Nội vụ", /dẫn tới văn bản/],
  ["Theo tiến độ", /dẫn tới văn bản/],
  ["Theo tiến độ cụ thể của từng nhiệm vụ", /dẫn tới văn bản/],
  ["Tiến độ của dự án", /dẫn tới văn bản/],
  ["Kế hoạch của Bộ", /dẫn tới văn bản/],
  ["Quy định hiện hành", /dẫn tới văn bản/],
  ["Theo yêu cầu", /dẫn tới văn bản/],
  ["Thường xuyên và liên tục", /thường xuyên/],
  // Who names a time beside another document is not said to name none.
  ["Theo Kế hoạch, trong Quý III/2023", /thời gian nêu cùng không rõ là ngày cuối/],
  ["Theo Quyết định số 5/QĐ-UBND ngày 1/2/2023", /dẫn tới văn bản.*không rõ là ngày cuối/],
  // An end behind words that leave it open.
  ["Hàng tháng, hoàn thành trước 31/12/2023", /định kỳ/],
  ["Sau khi có hướng dẫn, hoàn thành trước 31/12/2023", /tính từ một việc khác/],
  ["Dự kiến theo Kế hoạch, hoàn thành trước 30/11/2023", /chỉ là dự kiến/],
  ["Theo Kế hoạch, hoàn thành theo tiến độ chung", /dẫn tới văn bản hoặc tiến độ khác, không nêu ngày/],
  // Counted back from a day, on another calendar, before another work, and what leaves the time open behind it.
  ["10 ngày trước 30/6/2023", /không rõ ngày cuối/],
  ["Ít nhất một tuần trước 30/6/2023", /không rõ ngày cuối/],
  ["Trước 15/8 (âm lịch)", /không rõ ngày cuối/],
  ["Theo quy định trước ngày 30/6/2023", /dẫn tới văn bản/],
  ["Trước 30/6/2023, báo cáo khi có yêu cầu", /không rõ ngày cuối/],
  ["30/6/2023, báo cáo hằng tháng", /định kỳ/],
  ["Quý II/2023 (trừ cấp xã)", /không rõ ngày cuối/],
  ["Trước ngày 05-03", /không rõ ngày cuối/],
  ["Chậm nhất 15 ngày sau khi kết thúc quý", /tính từ một việc khác/],
  // Not before a day is no day by which it has to be done.
  ["Không trước ngày 15/6/2023", /không rõ ngày cuối/],
  ["Không trước tháng 6/2023", /không rõ ngày cuối/],
  // Recurring.
  ["Trước ngày 15 tháng cuối quý", /định kỳ/],
  ["Trước ngày 25 của tháng cuối quý", /định kỳ/],
  ["Hàng năm", /định kỳ/],
  ["Hằng quý", /định kỳ/],
  ["Hàng tháng, trước ngày 15", /định kỳ/],
  ["Định kỳ 6 tháng", /định kỳ/],
  ["Mỗi tháng", /định kỳ/],
  ["Mỗi quý một lần", /định kỳ/],
  ["Mỗi năm", /định kỳ/],
  // Counted from something else.
  ["Sau khi có hướng dẫn của Bộ Nội vụ", /tính từ một việc khác/],
  ["Ngay sau khi ban hành", /tính từ một việc khác/],
  ["Khi có kết quả", /tính từ một việc khác/],
  // Words that do name a time are not said to name none.
  ["Năm 2023 và các năm tiếp theo", /có nêu thời gian nhưng không rõ ngày cuối/],
  ["Đợt 1: 30/6/2023, đợt 2 khi cần", /có nêu thời gian nhưng không rõ ngày cuối/],
  // A time that the plan itself does not hold to: nobody is late by it.
  ["Quý II/2023 (dự kiến)", /thời gian chỉ là dự kiến/],
  ["Dự kiến tháng 6/2023", /thời gian chỉ là dự kiến/],
  ["Dự kiến hằng quý", /định kỳ/],
  // "Next month" is not June, and "Tháng … năm 2023" is a form that nobody filled in.
  ["Trong tháng sau", /không nêu ngày/],
  ["Tháng     năm 2023", /không rõ ngày cuối/],
  ["Tháng một lần", /không nêu ngày/],
  ["Quý một lần", /không nêu ngày/],
  ["Mỗi quý hai lần", /định kỳ/],
  // Reports of half a year and of a year; around the clock.
  ["6 tháng năm", /không nêu ngày/],
  ["Báo cáo 09 tháng năm", /không nêu ngày/],
  ["24/7", /thường xuyên/],
  ["24/24", /thường xuyên/],
  // When a work begins is not when it is due.
  ["Từ tháng 6/2023", /chỉ nêu lúc bắt đầu/],
  ["Từ tháng 6", /chỉ nêu lúc bắt đầu/],
  ["Từ tháng 6, năm 2023", /chỉ nêu lúc bắt đầu/],
  ["Từ Quý II - 2023", /chỉ nêu lúc bắt đầu/],
  ["Từ ngày 1/7/2023 trở đi", /chỉ nêu lúc bắt đầu/],
  ["Từ tháng 6/2023 đến khi hoàn thành", /không rõ ngày cuối/],
  ["Bắt đầu từ 1/7/2023", /chỉ nêu lúc bắt đầu/],
  ["Kể từ ngày 1/7/2023", /chỉ nêu lúc bắt đầu/],
  ["Kể từ 1/7/2023 và 1/9/2023", /chỉ nêu lúc bắt đầu/],
  ["Bắt đầu từ quý II, quý III/2023", /chỉ nêu lúc bắt đầu/],
  ["Từ ngày ký 15/6/2023", /chỉ nêu lúc bắt đầu/],
  ["Từ ngày ban hành Kế hoạch", /chỉ nêu lúc bắt đầu/],
  ["Các năm", /không nêu ngày/],
  ["Các quý trong năm", /không nêu ngày/],
  // Not a time at all, and a time with a condition.
  ["Kịp thời", /không nêu ngày/],
  ["Trong năm 2023, sau khi có hướng dẫn", /./],
  ["Quý IV/2023 hoặc khi có yêu cầu", /không rõ ngày cuối/],
  ["30/6/2023 và khi có yêu cầu", /không rõ ngày cuối/],
  ["Hai năm 2023, 2024", /không rõ ngày cuối/],
  ["Từ tháng 11 đến tháng 2", /không rõ ngày cuối/],
  ["Quý IV, quý I", /không rõ ngày cuối/],
  ["Quý III, quý II", /không rõ ngày cuối/],
  ["2 lần/năm", /định kỳ/],
  ["06 tháng/lần", /định kỳ/],
  ["Ít nhất 01 lần mỗi quý", /định kỳ/],
  ["06 tháng, năm", /định kỳ/],
  ["Quý, 6 tháng và năm", /định kỳ/],
  ["Trong 15 ngày kể từ ngày ký", /tính từ một việc khác/],
  ["Sau 30 ngày làm việc", /tính từ một việc khác/],
  ["Khoảng quý II", /không rõ ngày cuối/],
  ["Khoảng quý 2", /không rõ ngày cuối/],
  ["Khoảng tháng 10", /không rõ ngày cuối/],
  ["Khoảng 15/6", /không rõ ngày cuối/],
  ["Khoảng 15 . 6", /không rõ ngày cuối/],
  ["Sau khi ban hành, 31/12/2023", /tính từ một việc khác/],
  ["31/12/2023 - 30/6/2023", /không rõ ngày cuối/],
  ["Trước 15/12/2023; trước 15/6/2023", /không rõ ngày cuối/],
  ["30/6/2023, chậm nhất 15/6/2023", /không rõ ngày cuối/],
  ["Thường xuyên (trước 15/12/2023)", /định kỳ/],
  ["Theo kế hoạch (trước 15/12/2023)", /dẫn tới văn bản/],
  ["Sau khi có hướng dẫn (chậm nhất 15/12/2023)", /tính từ một việc khác/],
  ["Năm 2023, hoàn thành trước 30/11/2022", /không rõ ngày cuối/],
  ["", /không nêu ngày/],
];

describe("a deadline that names a time is due on the last day of it", () => {
  test.each(DATED)("%j is due on %s (%s)", (printed, due, precision) => {
    expect(parseDeadline(printed, 2023)).toMatchObject({ printed: printed.trim(), due, precision });
  });
});

describe("words before a time do not change its end", () => {
  test.each([
    "Thời hạn:",
    "Hạn:",
    "Thời gian thực hiện:",
    "Ban hành",
    "Báo cáo",
    "Gửi",
    "Xong",
    "Muộn nhất là",
    "Không quá",
    "Không chậm hơn",
    "Vào",
    "Giữa",
    "Ngay trong",
    "Phải hoàn thành trong",
    "Từ nay đến hết",
    "Hoàn thành, báo cáo trong",
  ])("%s", words =>
    expect(parseDeadline(`${words} tháng 6/2023`)).toMatchObject({ due: "2023-06-30", precision: "month" }),
  );
});

describe("a deadline that names no time has no date, and says why", () => {
  test.each(UNDATED)("%j", (printed, why) => {
    const deadline = parseDeadline(printed, 2023);
    expect(deadline).toMatchObject({ printed, due: undefined, precision: undefined });
    if (deadline !== "impossible") expect(deadline.rule).toMatch(why);
    if (deadline !== "impossible") expect(deadline.rule).toMatch(/^không xác định hạn: /);
  });
});

test.each(["Theo quy định", "Quy vi phạm", "Hằng quý", "Tháng cao điểm"])("%j is only undated", printed =>
  expect(parseDeadline(printed, 2023)).toMatchObject({ due: undefined }),
);

describe("a day that no calendar has is refused, never moved", () => {
  test.each([
    "31/6/2023",
    "Trước ngày 31/6/2023",
    "30-02-2023",
    "29/2/2023",
    "ngày 31 tháng 4 năm 2023",
    "15/13/2023",
    "Quý V/2023",
    "Quý 5 năm 2023",
    "Tháng 13/2023",
    "30/6/23",
    "30/6/2203",
    "Quý Il/2023",
    "ngày 31 tháng Tư năm 2023",
    "30 tháng 6 năm 2203",
    "30 tháng 6 năm 23",
    "Quý II/23",
    "Tháng 6/2203",
    "Năm 2203",
    "Trước 30/4/2023; trước 31/6/2023",
    "31/6 và 30/9/2023",
    "Quý 0/2023",
    "Quý 12/2023",
    "Quý 00/2023",
    "Quý 05/2023",
    "Quý 02/23",
    "Quý V",
    "Quý V.2023",
    "Quý V, năm 2023",
    "Quý V - 2023",
    "Quý VI/2023",
    "Quý IX/2023",
    "Quý XII/2023",
    "Quý VIII/2023",
    "Quý IIII/2023",
    "Quý IVI/2023",
    "Quý lV/2023",
    "Quý l|/2023",
    "Tháng 0/2023",
    "Tháng 00/2023",
    "Tháng 25/2023",
    "30.6.23",
    "30-6-23",
    "3/6/23",
    "Quý 2/23",
    "Trước 15/6/20233",
    "15/6/202",
    "Trước ngày 15/6/2O23",
    "Quý III/2O23",
    "Trong năm 2O23",
    "Năm 23",
    "Ngày 30 tháng 6, năm 2203",
  ])("%j", printed => expect(parseDeadline(printed, 2023)).toBe("impossible"));
});

describe("a time without a year", () => {
  test("is of the plan's year, and says so", () => {
    expect(parseDeadline("Quý II", 2024)).toMatchObject({
      due: "2024-06-30",
      rule: "hết quý II/2024 (năm của văn bản)",
    });
  });
  test.each(["Quý II", "Tháng 6", "Trong năm", "6 tháng đầu năm", "Trước 15/12"])(
    "has no date in a plan of several years: %j",
    printed =>
      expect(parseDeadline(printed)).toMatchObject({
        due: undefined,
        rule: "không xác định hạn: không nêu năm",
      }),
  );
  test("is of the year of the last, where several times are named", () => {
    expect(parseDeadline("Từ 15/6 đến 30/6/2023")).toMatchObject({ due: "2023-06-30" });
  });
  test("is of the year around it", () => {
    for (const ownYear of [undefined, 2023]) {
      const due = { due: "2024-11-30", rule: "hết ngày 30/11/2024" };
      expect(parseDeadline("Trong năm 2024, hoàn thành trước 30/11", ownYear)).toMatchObject(due);
      expect(parseDeadline("Năm 2024 (trước 30/11)", ownYear)).toMatchObject(due);
    }
    expect(parseDeadline("Trong năm 2024, xong trong quý III")).toMatchObject({ due: "2024-09-30" });
    // The 15th of January is not within the last quarter.
    expect(parseDeadline("Quý IV năm 2024 (trước 15/01)")).toMatchObject({ due: undefined });
  });
  test("does not remember the year of another plan", () => {
    expect(parseDeadline("Quý IV", 2022)).toMatchObject({ due: "2022-12-31" });
    expect(parseDeadline("Quý IV", 2023)).toMatchObject({ due: "2023-12-31" });
  });
});

test("the rule says what the day was computed from", () => {
  expect(parseDeadline("Trong năm 2023")).toMatchObject({ rule: "hết năm 2023" });
  expect(parseDeadline("Trước 15/12/2023")).toMatchObject({ rule: "hết ngày 15/12/2023" });
  expect(parseDeadline("Trước tháng 6/2023")).toMatchObject({ rule: "trước tháng 6/2023" });
  expect(parseDeadline("6 tháng đầu năm 2023")).toMatchObject({ rule: "hết 6 tháng đầu năm 2023" });
  expect(parseDeadline("3 tháng cuối năm 2023")).toMatchObject({ rule: "hết 3 tháng cuối năm 2023" });
  expect(parseDeadline("Giai đoạn 2021-2025")).toMatchObject({
    rule: "hết năm 2025, năm cuối của giai đoạn",
  });
  expect(parseDeadline("Trước 3 tháng cuối năm 2023")).toMatchObject({
    rule: "trước 3 tháng cuối năm 2023",
  });
  expect(parseDeadline("Trước 9 tháng đầu năm 2023")).toMatchObject({ rule: "hết 9 tháng đầu năm 2023" });
});
