package io.updraft.template;

/** The template can't be read or says something unsupported; the message names the place. */
public final class InvalidTemplate extends RuntimeException {
  InvalidTemplate(String place, String problem) {
    super(place + ": " + problem);
  }

  InvalidTemplate(String place, Throwable cause) {
    super(place + ": " + cause.getMessage(), cause);
  }
}
