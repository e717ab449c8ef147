// Whether the document says that another address follows by itself, within so many seconds.
const sendsOn = (most) => {
  const told = document.querySelector("meta[http-equiv=refresh i]");
  const [, seconds, url] = /^\s*(\d*)[\d.]*\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+)/i.exec(told ? told.content : "") || [];
  try {
    return Boolean(url) && Number(seconds) < most && new URL(url, document.baseURI).href !== location.href;
  } catch {
    return false;
  }
};
