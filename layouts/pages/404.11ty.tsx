import { Layout, type PageData, SearchForm } from "../parts/layout.tsx";
import { urls } from "../urls.ts";

export const data = { permalink: urls.notFound };

export default function NotFoundPage(props: PageData) {
  return (
    <Layout
      {...props}
      title="Không có trang này"
      description="Địa chỉ không dẫn tới trang nào."
      path={urls.notFound}
      hidden
    >
      <h1>Không có trang này</h1>
      <p>Địa chỉ có thể đã đổi hoặc gõ sai. Thử tìm, hoặc đi từ danh sách.</p>
      <SearchForm />
      <ul>
        <li>
          <a href={urls.plans}>Các kế hoạch</a>
        </li>
        <li>
          <a href={urls.agencies}>Các cơ quan</a>
        </li>
        <li>
          <a href={urls.documents}>Các văn bản</a>
        </li>
      </ul>
    </Layout>
  );
}
