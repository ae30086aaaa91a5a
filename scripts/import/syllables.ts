/**
 * Syllables of administrative Vietnamese that carry a mark, the most frequent first: what a lost letter may have
 * belonged to. Syllables without marks are not listed; fonts lose the letters that have them.
 */
export const SYLLABLES: ReadonlySet<string> = new Set(
  `
  điểm liệu dữ tỉnh và công năm của các chính số sở hành chỉ quyết vụ chủ phòng định sản hợp báo quảng dân
  hạn phẩm trì cấp nghị được hoạch cải kế chức thời cách vị thông cơ từ phối đơn hiện thực nhân văn lý
  tiêu bộ ủy thành bố kết quả giải nội huyện tăng về ngành có đổi trị bản giá hạng đồng đầu tổ quản ngày
  phố kiểm không nghiệp mức điện xã xếp tiếp thứ bình nhiệm tài truyền pháp trực với trên hồ nước liền
  người bắc chí kề địa phương tư tế phần sơ hải là dịch dẫn xử việc đúng thủ tử nhất hà một tục cổng dụng
  nâng phát nhận bằng cáo nguồn mục bậc kiến hướng triển vực cả phục lệ tự thuộc nguyên chế tỷ quyền tại
  đà nẵng trình tây thường hình đắk hội lượng đủ tuyến nhà sự yên luật miền đứng liên chất sông hiệu động
  ứng tĩnh hài đạo phủ làm viên lòng hoàn đề dõi tổng biên hóa đối dựng thị xuyên thăng xây độ nghệ nông
  tác hoặc tuyên thẩm phản kê lắk trí lĩnh khác đến ánh ngân hòa thể toán điều đốc cửa đã quốc đánh chuyên
  sử liệt thiện còn giảm sách từng sát toàn cần dương đầy cầu lập khái niệm soát trường núi thái hưng đài
  này để tập kịp thống môi năng phân cửu ký đạt máy án đôn phú chưa đo tính trách thoại duyệt lỗi phía
  duyên thơ tịch chỗ mở lên nêu yêu tâm hệ đọc nào lào khánh ngữ cảnh đại tên cán cá tiến bảo đảm lực
  nghiêm vĩnh sơn hơn mưu môn trả phê trễ học phí nghĩa hồng ngãi tháp phụ giữa khắc xác nhóm góp đẩy kỳ
  khảo phạm bàn giám xuất thức cà giữ trở phải rà rõ chuẩn đội đất chữ hằng trưởng thuận lãnh mỗi tốt sửa
  trước phận luận lại nối bưu thừa bà rịa vũng tàu phó lục riêng cấu trúc trạng mạnh mới tình chuyển huấn
  bổ vào đông bảng nhiều áp bái thọ lâm kèm lời bài tìm thế mềm nhũng nói sóc tới thiên huế đoàn trà gốc
  gửi vấn sáng mô tướng thảo cập nhật sắp ương giản đoạn đáp hết phước dùng giấy niêm yết cường tháng
  những việt biết thương kạn trăng biểu viết lần tóm lược dưới cụ ít bị cùng tồn hẹn bạch thôn dự tối
  chương đa thì thư kiên túc tiền mà cạnh cũng hàng vùng tròn dọc lưu dòng dấu yếu tố đích phấn đấu chấm
  đăng nơi tạo quân như kỹ xúc trợ cận ích mắc khó khăn nên đai xét gắn đó quá phúc bến hậu bạc liêu loại
  đô lấy trống gọn giới phiếu nền tảng hoạt trái phù mâu thuẫn chậm đưa quý vốn lịch tiên mạng thiết tờ
  cục thuế hỗ tiện chúng gọi ngũ mất vướng quét nhưng tám đi gỡ thiếu bên phím châu lạng nỗ chánh kể đều
  nằm khả chặt chẽ điển cuộc bỏ kiện tả tuyển đào gần thuật tích sẻ vận nhỏ đóng thần nhiễu trăm chứng
  ghép căn cứ hỏi gương hồi cuối chống kênh tháo gồm thiệu vì đặt sánh xuống thêm chú đang chọn màn cột gì
  đây mặt tộc ngoại ngoài mã mẫu thấp đồ hiểu phường trấn bãi chồng chéo đọng lộc quế ngạch bồi dưỡng dần
  tương nghiệm thúc ràng thấy cứu dạng tuân tắc đột đức càng gây đường mối tiết gõ nhập nắm phức tạp lồng
  hiến nhắc bệnh dài hộp đua thưởng kêu thác phổ biến rộng nhiễm hạ tầng sót bước vậy thước kéo bảy nó trừ
  trọng đoán mọi gãy sáu luôn bạn cuộn cỡ nút màu diện vẫn lọc tệp cũ trận giáo nhìn sổ tụt khẩn trương lê
  đảng phép mười cặp phẩy đếm sân khấu diễn đàn rút lộ nghề tuổi thiểu khoản đám mây đương thử cư trữ vượt
  hút khuyến khích vừa vật biển dễ ghế ngồi quạt mát lạnh uống rơi nộp chối sẵn sàng thích thắc kém dây
  nóng chịu bửu đính liêm tận tụy chấp mòn cố vô thập ngưng nghiên kiệm trò thiều dũng chiếu tiếng ngoặc
  lâu sâu lợi khiếu nại gặp tượng trụ vệ chăm cây mại quán triệt lớn tỉ lõng lớp bám nhở biện rồi tách lùi
  lẫn nhiêu xấp xỉ nhích thận hẳn chân mùa xuân chuỗi bắt giờ cộng nếu lượt thẳng mũi câu lựa nhớ phóng
  sắc tôn kiếm khổ ảnh đâu soạn tải dục uỷ tức vươn hiệp mình trải tứ dứt đỗ đỡ bở nở rở thở thợ chợ cở sợ
  sỡ lở lỡ mỡ tở hở hỡi lỗ nỗi rỗi vỗ xỗ bỗ ngỗ gỗ thổ cỗ dỗ cậy dậy đậm đập mập nấp tấp ngập bật cật chật
  lật mật sật tất thất khuất tật rật gật phật ngậm thậm trầm bầu ngẫm phở nhẫn lận dận giận hận bận sận
  đậu tậu mậu khẩu xẩu tẩu tưởng hưởng xưởng ngưỡng phưởng nướng xướng sướng ngượng nhượng thượng
  `
    .trim()
    .split(/\s+/),
);
