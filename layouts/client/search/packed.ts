/** Loads a packed JSON file of the search index. */
export async function loadPacked<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  const text = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  return (await text.json()) as Value;
}
