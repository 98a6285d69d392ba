package io.github.extendclient.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** An accepted connection whose input shows MockWebServer tickets in place of requests. */
final class Connection extends Socket {
  private final ToLongFunction<Exchange> ticketOffice;
  private @Nullable TicketStream tickets;

  /**
   * @param ticketOffice keeps an exchange and gives the number under which it can be fetched
   */
  Connection(ToLongFunction<Exchange> ticketOffice) {
    this.ticketOffice = ticketOffice;
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (tickets == null) {
      tickets = new TicketStream(new LineInput(super.getInputStream()), this, ticketOffice);
    }
    return tickets;
  }
}
