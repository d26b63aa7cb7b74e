package io.heronbridge.portal.reference;

import io.heronbridge.persistence.secret.Hash;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;

/** Serves the API document to whoever asks; it holds nothing but what every lender may know. */
@WebServlet("/api/openapi.json")
public class ApiDocumentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final byte[] DOCUMENT = ApiDocument.bytes();
  private static final String TAG =
      "\"" + HexFormat.of().formatHex(Hash.sha256(DOCUMENT)).substring(0, 16) + "\"";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", TAG);
    response.setHeader("Cache-Control", "no-cache");
    if (TAG.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(DOCUMENT.length);
    response.getOutputStream().write(DOCUMENT);
  }
}
