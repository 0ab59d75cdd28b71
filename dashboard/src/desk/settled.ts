/** What a write answers: what it made, or null when it is done but not shown yet (202). */
export async function settled<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T | null> {
  const { data, response } = await answer
  return response.status === 202 ? null : (data ?? null)
}
