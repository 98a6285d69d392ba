/**
 * Prints what the main job does, before its quiet build starts: see the profile main-job.
 */
final class Announce {
  private Announce() {}

  public static void main(String[] args) {
    System.out.println("Extend main job: builds the client without its tests (about half a minute),");
    System.out.println("then takes one document through upload, parse, extract and deletion.");
    System.out.println();
  }
}
