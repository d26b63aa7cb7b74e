package io.heronbridge.persistence.access;

import java.util.Set;

/** What a signed-in person may do; each role includes the ones after it. */
public enum Role {
  ADMIN(Names.ADMIN, Names.OPERATOR, Names.VIEWER),
  OPERATOR(Names.OPERATOR, Names.VIEWER),
  VIEWER(Names.VIEWER);

  private final Set<String> groups;

  Role(String... groups) {
    this.groups = Set.of(groups);
  }

  /** The container's group names this role carries. */
  public Set<String> groups() {
    return groups;
  }

  /** The names, for annotations. */
  public static final class Names {
    public static final String ADMIN = "admin";
    public static final String OPERATOR = "operator";
    public static final String VIEWER = "viewer";

    /** Of nobody's role: who must choose a password before anything else. */
    public static final String NEWCOMER = "newcomer";

    public static final String API_READ = "api-read";
    public static final String API_WRITE = "api-write";

    private Names() {}
  }
}
