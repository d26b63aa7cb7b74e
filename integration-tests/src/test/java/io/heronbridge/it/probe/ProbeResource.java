package io.heronbridge.it.probe;

import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Resources for readers and for writers, and transactions that end as asked. */
@Path("/probe")
@RequestScoped
@Produces("text/plain")
public class ProbeResource {
  @EJB private TransactionProbe transactions;

  @GET
  @RolesAllowed(Role.Names.API_READ)
  public String read() {
    return "welcome";
  }

  @POST
  @RolesAllowed(Role.Names.API_WRITE)
  public String write() {
    return "welcome";
  }

  /** Answers with what the caller of the failing bean got to see. */
  @POST
  @Path("/failing-transactions/{mark}")
  @RolesAllowed(Role.Names.API_WRITE)
  public String fail(@PathParam("mark") String mark) {
    try {
      transactions.writeThreeAndFail(mark);
      return "nothing was thrown";
    } catch (EJBException e) {
      return "EJBException";
    }
  }

  @POST
  @Path("/transactions/{mark}")
  @RolesAllowed(Role.Names.API_WRITE)
  public String succeed(@PathParam("mark") String mark) {
    transactions.writeThree(mark);
    return "written";
  }
}
