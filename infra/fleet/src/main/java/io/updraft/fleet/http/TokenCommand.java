package io.updraft.fleet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A token that a command prints, asked for again when it has expired. */
public final class TokenCommand implements Credentials {
  private final List<String> command;
  private String header = "";

  public TokenCommand(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public synchronized String header() throws InterruptedException {
    if (header.isEmpty()) {
      header = "Bearer " + run();
    }
    return header;
  }

  /** Of many that were refused the same token, the first asks for a new one. */
  @Override
  public synchronized boolean renew(String refused) throws InterruptedException {
    if (refused.equals(header)) {
      header = "Bearer " + run();
    }
    return true;
  }

  private String run() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      String token =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0 || token.isEmpty()) {
        throw new Refused("no token: %s has failed".formatted(command.getFirst()));
      }
      return token;
    } catch (IOException e) {
      throw new Refused("no token: " + e.getMessage());
    }
  }
}
