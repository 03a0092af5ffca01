/** What came of sending a file. */
export type SendResult = { importId: string } | { problem: string } | 'cancelled';

interface Sending {
  result: Promise<SendResult>;
  cancel: () => void;
}

/**
 * Sends a file as the body of one request. XMLHttpRequest, because `fetch` does not tell how far an upload has come.
 * @param onProgress is told the share sent, 0..1.
 */
export function sendFile(url: string, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const result = new Promise<SendResult>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request));
    request.onabort = () => resolve('cancelled');
    request.onerror = () =>
      resolve({ problem: 'The connection was lost, or the file changed while it was sent. Try again.' });
  });
  request.open('POST', url);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { result, cancel: () => request.abort() };
}

function readAnswer({ status, responseText }: XMLHttpRequest): SendResult {
  try {
    const answer = JSON.parse(responseText) as { importId?: string; detail?: string };
    if (answer.importId) return { importId: answer.importId };
    if (answer.detail) return { problem: answer.detail };
  } catch {
    // Not JSON: something between us and the server answered; its status is all there is to say.
  }
  return { problem: `The server did not take the file (status ${status}).` };
}
