package io.heronbridge.it.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A TCP connection's way to a local server, on which faults can be put while it is in use. */
final class Wire implements AutoCloseable {
  private final int serversPort;
  private final int port;
  private final ExecutorService carriers = Executors.newCachedThreadPool(Wire::carrier);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Toxic toServer = Toxic.NONE;
  private volatile Toxic toClient = Toxic.NONE;
  private volatile CountDownLatch cut = new CountDownLatch(1);
  private ServerSocket door;
  private Future<?> listening;

  /** Leads to the port of this machine. */
  Wire(int serversPort) {
    this.serversPort = serversPort;
    this.door = open(0);
    this.port = door.getLocalPort();
    this.listening = listen(door);
  }

  private static Thread carrier(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    return thread;
  }

  private static ServerSocket open(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients find it. */
  int port() {
    return port;
  }

  Toxic toxic(boolean isToServer) {
    return isToServer ? toServer : toClient;
  }

  /** From now on this befalls what servers answer, also on connections that are open. */
  void toClient(Toxic toxic) {
    toClient = toxic;
  }

  /** From now on this befalls what clients ask. */
  void toServer(Toxic toxic) {
    toServer = toxic;
  }

  /** Ends all connections and takes no others. */
  synchronized void down() {
    try {
      door.close();
      listening.get(); // The port is taken for as long as somebody waits at it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    endConnections();
  }

  private void endConnections() {
    cut.countDown();
    sockets.forEach(Way::closeQuietly);
    sockets.clear();
    cut = new CountDownLatch(1);
  }

  /** All is well again; what a fault holds up is given up. */
  synchronized void heal() {
    toServer = Toxic.NONE;
    toClient = Toxic.NONE;
    endConnections();
    if (door.isClosed()) {
      door = open(port);
      listening = listen(door);
    }
  }

  private Future<?> listen(ServerSocket open) {
    return carriers.submit(
        () -> {
          while (!open.isClosed()) {
            try {
              connect(open.accept());
            } catch (IOException closed) {
              // Either the door was closed, or this one visitor was gone again.
            }
          }
        });
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serversPort);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      CountDownLatch end = cut;
      carriers.execute(() -> carry(new Way(client, server, end), true, client));
      carriers.execute(() -> carry(new Way(server, client, end), false, server));
    } catch (IOException noServer) {
      Way.closeQuietly(client);
    }
  }

  private void carry(Way way, boolean isToServer, Socket from) {
    way.carry(this, isToServer);
    sockets.remove(from);
  }

  @Override
  public synchronized void close() {
    down();
    carriers.shutdownNow();
  }
}
