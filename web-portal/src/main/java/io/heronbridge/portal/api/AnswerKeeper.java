package io.heronbridge.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps the answer to a call with an Idempotency-Key before its caller gets it. */
@Provider
@ApplicationScoped
public class AnswerKeeper implements ContainerResponseFilter, WriterInterceptor {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(CallUnderWay.PROPERTY) instanceof CallUnderWay call)) {
      return;
    }
    call.answeredWith(response.getStatus());
    if (!response.hasEntity()) {
      call.settle(KeptAnswer.of(response.getStatus(), response.getHeaders(), new byte[0]));
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
    if (!(writing.getProperty(CallUnderWay.PROPERTY) instanceof CallUnderWay call)) {
      writing.proceed();
      return;
    }
    OutputStream caller = writing.getOutputStream();
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    writing.setOutputStream(held);
    boolean isWhole = false;
    try {
      writing.proceed();
      isWhole = true;
    } finally {
      if (!isWhole) {
        call.fail();
      }
    }
    call.settle(KeptAnswer.of(call.status(), writing.getHeaders(), held.toByteArray()));
    held.writeTo(caller);
  }
}
