package io.github.extendclient.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * Recognizes addresses of the public internet, by IANA's special-purpose registries. IPv6 addresses
 * that embed an IPv4 address are classified by that address.
 */
final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_V4 =
      List.of(
          new Block(8, 0), // this network
          new Block(8, 10), // private
          new Block(10, 100, 64), // shared by carriers
          new Block(8, 127), // loopback
          new Block(16, 169, 254), // link-local, where clouds return credentials
          new Block(12, 172, 16), // private
          new Block(24, 192, 0, 0), // protocol assignments
          new Block(24, 192, 0, 2), // documentation
          new Block(16, 192, 168), // private
          new Block(15, 198, 18), // benchmarks
          new Block(24, 198, 51, 100), // documentation
          new Block(24, 203, 0, 113), // documentation
          new Block(3, 224)); // multicast, reserved, broadcast

  private static final Block GLOBAL_V6 = new Block(3, 0x20);
  private static final Block TEREDO = new Block(32, 0x20, 0x01, 0, 0);
  private static final Block DOCUMENTATION_V6 = new Block(32, 0x20, 0x01, 0x0d, 0xb8);
  private static final Block SIX_TO_FOUR = new Block(16, 0x20, 0x02);
  private static final Block NAT64 = new Block(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? containV4(bytes, 0) : containV6(bytes);
  }

  private static boolean containV4(byte[] bytes, int offset) {
    return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes, offset));
  }

  private static boolean containV6(byte[] bytes) {
    if (NAT64.contains(bytes, 0)) {
      return containV4(bytes, 12);
    }
    if (SIX_TO_FOUR.contains(bytes, 0)) {
      return containV4(bytes, 2);
    }
    return GLOBAL_V6.contains(bytes, 0)
        && !TEREDO.contains(bytes, 0)
        && !DOCUMENTATION_V6.contains(bytes, 0);
  }

  /** The addresses with a common prefix. */
  private record Block(int bits, int... prefix) {
    boolean contains(byte[] address, int offset) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[offset + bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
