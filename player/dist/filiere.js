"use strict";(()=>{function a(){let t=document.getElementById("filiere-data");return JSON.parse(t?.textContent??"null")}})();
