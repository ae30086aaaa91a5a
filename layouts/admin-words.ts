/**
 * Words of Sveltia CMS that its own translation leaves in English, of those that an editor of this site meets, and those
 * that it says for people who know Git. Nested as in its locales.
 */
export const ADMIN_WORDS = {
  work_with_local_repo_description:
    "Khi được hỏi, chọn thư mục của trang trên máy này: thư mục có content và data bên trong.",
  sign_in_error: {
    not_project_root:
      "Thư mục đã chọn không có thư mục con .git. Chọn đúng thư mục của trang, nơi có content và data; nếu tải về dạng .zip thì mở cửa sổ lệnh ở đó, chạy git init một lần rồi chọn lại.",
  },
  select_item: "Chọn {$name}",
  show_errors: "Xem các lỗi",
  list_item_options: "Tùy chọn của mục",
  sign_in_with_link: "Đăng nhập bằng liên kết",
  deleting_referenced_entries_note:
    ".input {$count :integer} .match $count * {{Các liên kết tới nó trong {$count} bài viết khác cũng bị bỏ.}}",
  cannot_delete_referenced_entries:
    ".input {$count :integer} .match $count * {{Không xóa được, vì các trường sau của bài viết khác cần đến nó. Hãy sửa những bài viết ấy trước.}}",
  entry_sidebar: {
    slug: {
      title: "Tên tệp",
      generated_on_save: "Tên tệp được đặt theo nội dung khi lưu.",
      unavailable: "Bài viết này chưa có tên tệp.",
    },
  },
  save_conflict: {
    title: "Có người khác đã sửa bài viết này",
    modified_by: "{$name} đã sửa bài viết này ngày {$date}, sau khi bạn mở nó.",
    modified: "Bài viết này đã được sửa trong kho sau khi bạn mở nó.",
    deleted: "Bài viết này đã bị xóa khỏi kho sau khi bạn mở nó.",
    overwrite_warning: "Nếu lưu bây giờ, phần người ấy sửa sẽ mất.",
    recreate_warning: "Nếu lưu bây giờ, bài viết được tạo lại.",
    save_anyway: "Vẫn lưu",
    branch_moved: "Kho vừa được người khác cập nhật trong lúc lưu. Hãy lưu lại lần nữa.",
  },
  remote_change: {
    reload_entry: "Tải lại bài viết",
    confirm_reloading_entry: "Tải lại bài viết? Những gì bạn sửa mà chưa lưu sẽ mất.",
  },
} as const;
